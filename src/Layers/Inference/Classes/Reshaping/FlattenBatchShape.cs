namespace NetDsl.Layers;

/// <summary><c>flatten_batch</c>: an axis merged into the batch axis, without the padding behind sequences.</summary>
internal sealed class FlattenBatchShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null)
        {
            return null;
        }

        if (input.BatchIndex is null)
        {
            return call.Fail(ShapeFaults.Size($"The input {input} has no batch axis", "one"));
        }

        input = input.BatchMajor();
        if (call.AxisOr(input, "axis", "T") is not { } index)
        {
            return null;
        }

        var axis = input.Axes[index];
        if (axis.IsBatch || axis.Size is not null)
        {
            return call.Fail(ShapeFaults.Size($"The axis {axis} is merged into the batch", "one of sequences", "axis"));
        }

        var parts = input.Axes[0].Parts;
        var packed = new BatchPart(axis, BatchPartKind.Packed);
        parts = call.Flag("batch_major", otherwise: true)
            ? parts.Add(packed)
            : parts.Insert(MergeDimsShape.SpatialMajor(parts), packed);
        return input.Without(index).Replace(0, call.Space.MergedBatch(parts));
    }
}
