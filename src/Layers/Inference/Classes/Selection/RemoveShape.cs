namespace NetDsl.Layers;

/// <summary><c>remove</c>: a sequence of class indices without those of one class.</summary>
internal sealed class RemoveShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (source.Sparse is null || source.BatchIndex is null || source.Rank != 2)
        {
            return call.Fail(ShapeFaults.DataType($"The source is {source}", "a sequence of class indices"));
        }

        source = source.BatchMajor();
        if (call.AxisOr(source, "axis", "T") is not { } index)
        {
            return null;
        }

        var axis = source.Axes[index];

        // RETURNN's name for it is the pattern itself.
        var shorter = call.Axis("out_dim") ?? call.Space.MadeFrom(axis, "%s_removed_items", axis.Kind, null);
        return source.Replace(index, shorter);
    }
}
