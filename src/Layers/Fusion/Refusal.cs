namespace NetDsl.Layers;

/// <summary>Why a rule does not fire, and which of the user's lines is the cause.</summary>
/// <param name="Reason">One sentence without its point.</param>
/// <param name="Location">The user's line.</param>
internal sealed record Refusal(string Reason, SourceLocation Location);
