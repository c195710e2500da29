namespace NetDsl.Layers;

/// <summary><c>compare</c>: whether the sources, and a value, are in order entry by entry.</summary>
internal sealed class CompareShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var declared = call.Option("out_type") as DictValue;
        if (call.IsOpaque)
        {
            return null;
        }

        var needed = call.IsCode("value") || call.Has("value") ? 1 : 2;
        if (call.Sources.Length < needed)
        {
            return call.Fail(
                ShapeFaults.Sources(call.Sources.Length, needed == 1 ? "at least one" : "two, or a \"value\"")
            );
        }

        var hasAxes = declared is not null && TensorDescription.HasAxes(declared);
        var mayBroadcastAll = hasAxes || call.Has("out_shape") || call.Flag("allow_broadcast_all_sources");
        if (CommonType.Of(call, call.Sources, ignoreFeature: false, mayBroadcastAll) is not { } common)
        {
            return null;
        }

        var truth = common.OfType("bool");
        if (declared is { } && LayerCall.IsTrue(declared["sparse"]) && declared["dim"] is null)
        {
            declared = declared.With("dim", call.Integer("n_out") ?? 2);
        }

        return ElementwiseOutput.Of(call, truth, declared) is { } output && Fits(call, output) ? output : null;
    }

    private static bool Fits(LayerCall call, TensorType output)
    {
        foreach (var source in call.Sources)
        {
            if (!string.Equals(source.DataType, call.Sources[0].DataType, StringComparison.Ordinal))
            {
                call.Fail(
                    ShapeFaults.DataType(
                        $"The sources hold {call.Sources[0].DataType} and {source.DataType}",
                        "one type"
                    )
                );
                return false;
            }

            if (!CommonType.IsCompatible(call, source, output, mindsDataType: false, mindsSparse: false))
            {
                return false;
            }
        }

        return true;
    }
}
