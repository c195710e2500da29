namespace NetDsl.Emit;

/// <summary>The number of the step of a loop: <c>:i</c>.</summary>
internal sealed record LoopIndexTarget(NetScope Loop) : ReferenceTarget;
