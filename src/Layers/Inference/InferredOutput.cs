namespace NetDsl.Layers;

/// <summary>What comes out of a layer, as far as it is known.</summary>
/// <param name="Signature">Dims and entries; null if they are not known.</param>
/// <param name="Fault">Why RETURNN would refuse the layer; null if nothing speaks against it.</param>
internal readonly record struct InferredOutput(Signature? Signature, ShapeFault? Fault = null);
