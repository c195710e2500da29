using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>unflatten_batch</c>: the axis that <c>flatten_batch</c> merged into the batch axis, apart again.</summary>
internal sealed class UnflattenBatchShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        if (input.BatchIndex is null)
        {
            return call.Fail(ShapeFaults.Size($"The input {input} has no batch axis", "one"));
        }

        input = input.BatchMajor();
        var batch = input.Axes[0];
        if (batch.Parts.Count(part => part.Kind == BatchPartKind.Packed) != 1)
        {
            return call.Fail(
                ShapeFaults.Size(
                    $"The batch of {input} does not hold one axis without padding",
                    "one from flatten_batch"
                )
            );
        }

        return batch.Parts.Length != 2
            ? call.Unknown()
            : input.WithNewAxes([.. Unpacked(call.Space, batch), .. input.Axes[1..]]);
    }

    // Batch first, RETURNN keeps the name of the merged axis for it.
    private static ImmutableArray<Axis> Unpacked(AxisSpace space, Axis batch) =>
        batch.Parts[0].Kind == BatchPartKind.Packed
            ? [batch.Parts[0].Axis, space.Batch]
            : [new(space, batch.Name, AxisKind.Batch, null) { LengthAxes = [] }, batch.Parts[1].Axis];
}
