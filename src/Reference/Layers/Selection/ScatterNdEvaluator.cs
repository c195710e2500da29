namespace NetDsl.Reference;

/// <summary><c>scatter_nd</c>: entries added up at the places that another layer holds, along a new axis.</summary>
internal sealed class ScatterNdEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "position", "position_axis", "output_dim_via_time_from", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { } input
            || step.Other("position") is not { } position
            || step.AxisOf(position.Type, "position_axis") is not { } axis
            || step.Aligned(input, step.Type.Replace(axis, position.Type.Axes[axis])) is not { } aligned
            || step.ShapeOf(step.Type) is not { } shape
        )
        {
            return null;
        }

        var from = shape.SetItem(axis, position.Value.Shape[axis]);
        var indices = position.Value.Array.Reshape([
            .. position.Value.Shape,
            .. Enumerable.Repeat(1, from.Length - position.Type.Rank),
        ]);
        var walk = new GridWalk(from, Broadcasting.StridesWithin(indices.Shape, from));
        var strides = NdArray.StridesOf(shape);
        var target = new GridWalk(from, [.. strides.Select((stride, place) => place == axis ? 0 : stride)]);
        var places = new int[NdArray.CountOf(from)];
        for (var place = 0; place < places.Length; place++)
        {
            var (index, start) = ((int)indices.Data[walk.Next()], target.Next());
            places[place] = index < 0 || index >= shape[axis] ? -1 : start + (index * strides[axis]);
        }

        return Value.Of(new Scatter(shape, places), aligned.Expand(from));
    }
}
