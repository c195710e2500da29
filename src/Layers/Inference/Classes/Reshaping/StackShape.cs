namespace NetDsl.Layers;

/// <summary><c>stack</c>: the sources beside each other along a new axis.</summary>
internal sealed class StackShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources.IsEmpty)
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(0, "at least one"));
        }

        if (CommonType.Of(call, call.Sources, ignoreFeature: false, mayBroadcastAll: false) is not { } common)
        {
            return null;
        }

        foreach (var source in call.Sources)
        {
            if (!CommonType.IsCompatible(call, source, common))
            {
                return null;
            }
        }

        var added = call.NewSpatial($"{call.Name}:stack", call.Sources.Length);
        var place = call.Integer("axis") ?? common.PlaceFor(call.NewSpatial("stack", 1));
        place = place < 0 ? place + common.Rank + 1 : place;
        if (place < 0 || place > common.Rank)
        {
            return call.Fail(ShapeFaults.NoAxis("axis", $"{call.Integer("axis")}", common));
        }

        return call.Declare(added, call.Axis("out_spatial_dim"), "out_spatial_dim")
            ? common.Insert(added, place)
            : null;
    }
}
