namespace NetDsl.Layers;

/// <summary><c>positional_encoding</c>: fixed waves that tell the place in time, added to the source or by themselves.</summary>
internal sealed class PositionalEncodingShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources.Length != 1 && !call.IsOpaque)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        var input = call.Input();
        var output = call.Flag("add_to_input")
            ? input
            : DefaultShape.Infer(call, call.Sources, call.Option("out_type") as DictValue);
        if (input is null || output is null)
        {
            return null;
        }

        foreach (var type in (ReadOnlySpan<TensorType>)[input, output])
        {
            if (type.FeatureIndex is { } feature && feature != type.Rank - 1)
            {
                return call.Fail(
                    ShapeFaults.Size($"The features of {type} are not its last axis", "them last", "from")
                );
            }
        }

        return output;
    }
}
