namespace NetDsl.Emit;

/// <summary>Which layer, and which of the user's lines, a finding is about.</summary>
internal readonly record struct LayerPlace(string Layer, SourceLocation Location);
