using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>gather_nd</c>: the entries along the first axis behind the batch, at the places that another layer holds.</summary>
internal sealed class GatherNdShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.Layer("position") is not { } position)
        {
            return input is null ? null : call.Unknown();
        }

        if (input.BatchIndex is not { } batch || input.Rank < 2)
        {
            return call.Fail(ShapeFaults.Size($"The input {input} has no axis behind a batch axis", "both"));
        }

        position = position.BatchIndex is null ? position.Insert(input.Axes[batch], 0) : position.BatchMajor();
        input = input.BatchMajor();
        ImmutableArray<Axis> axes = [.. position.Axes, .. input.Axes[2..]];
        var output = position.WithNewAxes(axes).OfType(input.DataType, input.Sparse);
        return position.TimeIndex is null && input.TimeIndex is { } time && time >= 2
            ? output.WithTime(SpecialAxis.At(axes.Length + time - 1 - 2))
            : output;
    }
}
