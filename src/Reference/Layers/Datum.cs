using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The numbers of a layer, and what RETURNN knows of them: axes in the same order.</summary>
internal sealed record Datum(TensorType Type, Value Value);
