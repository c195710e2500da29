namespace NetDsl.Layers;

/// <summary>What comes out of a layer, or why that is not known.</summary>
/// <param name="Signature">Dims and entries; null if they are not known.</param>
/// <param name="Reason">Why not, as the end of a sentence; null if nothing more can be said.</param>
internal readonly record struct InferredOutput(Signature? Signature, string? Reason = null);
