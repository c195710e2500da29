namespace NetDsl;

/// <summary>A result of the net.</summary>
internal sealed record OutputRoot(string Name, Tensor Value, SourceLocation Location, int Step);
