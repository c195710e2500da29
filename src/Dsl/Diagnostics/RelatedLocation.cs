namespace NetDsl;

/// <summary>A second place that explains a diagnostic, such as the other operand of a mismatch.</summary>
/// <param name="Location">Where.</param>
/// <param name="Note">What is there, in a few words.</param>
public sealed record RelatedLocation(SourceLocation Location, string Note);
