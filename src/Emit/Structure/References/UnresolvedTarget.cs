namespace NetDsl.Emit;

/// <summary>Nothing: RETURNN would fail here.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Scope">Where it was looked for last.</param>
/// <param name="Name">What was looked for there.</param>
internal sealed record UnresolvedTarget(ReferenceFault Fault, NetScope Scope, string Name) : ReferenceTarget;
