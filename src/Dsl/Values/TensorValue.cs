namespace NetDsl;

/// <summary>A reference to another layer, made from the tensor it yields; becomes the layer's name once layers are named.</summary>
/// <param name="Value">The tensor.</param>
public sealed record TensorValue(Tensor Value) : OptionValue;
