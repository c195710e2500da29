namespace NetDsl.Emit;

/// <summary>What a finding is about.</summary>
/// <param name="Subject">In words, for the start of a sentence: <c>the layer "ff"</c>, <c>the optimizer</c>.</param>
/// <param name="Layer">The layer's path, if it is one.</param>
/// <param name="Location">The user's line, if it is known.</param>
internal readonly record struct CheckPlace(string Subject, string? Layer, SourceLocation Location);
