namespace NetDsl.Emit;

/// <summary>The unit of a loop, as the variables of its layers see it.</summary>
/// <param name="Variables">The scope of all of them; null if they have none in common, and then no layer in it may make any.</param>
internal sealed record LoopScope(string? Variables);
