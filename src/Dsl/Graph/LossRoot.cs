namespace NetDsl;

/// <summary>Something to minimise.</summary>
internal sealed record LossRoot(string Name, Tensor Value, double Scale, SourceLocation Location, int Step);
