namespace NetDsl.Layers;

/// <summary><c>edit_distance</c>: how many edits two sequences are apart.</summary>
internal sealed class EditDistanceShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (Rest(call, "a") is not { } left || Rest(call, "b") is not { } right)
        {
            return null;
        }

        var common = CommonType.Of(call, [left, right], ignoreFeature: false, mayBroadcastAll: false);
        return common?.OfType(common.DataType);
    }

    private static TensorType? Rest(LayerCall call, string option)
    {
        if (call.Layer(option) is not { } type)
        {
            return call.Unknown();
        }

        var axis = $"{option}_spatial_dim";
        if (!call.Has(axis) && type.TimeIndex is null)
        {
            return call.Fail(ShapeFaults.NoAxis(option, "of time", type));
        }

        var index = call.Has(axis) ? call.AxisOf(type, axis) : type.TimeIndex;
        return index is { } place ? type.Without(place) : null;
    }
}
