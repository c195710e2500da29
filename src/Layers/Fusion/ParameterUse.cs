namespace NetDsl.Layers;

/// <summary>A use of a parameter outside of a match.</summary>
/// <param name="How">What uses it, for a sentence: <c>also used by mul</c>, <c>the output "peek"</c>.</param>
/// <param name="Location">The user's line.</param>
internal sealed record ParameterUse(string How, SourceLocation Location);
