namespace NetDsl.Reference;

/// <summary>One of the layer's sources, with the axes of the output.</summary>
internal sealed record SourceFormula(int Index) : Formula;
