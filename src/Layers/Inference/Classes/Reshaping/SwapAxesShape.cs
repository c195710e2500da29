namespace NetDsl.Layers;

/// <summary><c>swap_axes</c>: two axes in each other's places.</summary>
internal sealed class SwapAxesShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (
            input is null
            || call.AxisOf(input, "axis1") is not { } first
            || call.AxisOf(input, "axis2") is not { } second
        )
        {
            return null;
        }

        if (first == second)
        {
            return call.Fail(ShapeFaults.Options("Both axes are the same.", null, "axis2"));
        }

        var axes = input.Axes.SetItem(first, input.Axes[second]).SetItem(second, input.Axes[first]);
        var output = input.WithNewAxes(axes).WithTime(SpecialAxis.AtOrNone(Swapped(input.TimeIndex)));
        return input.Feature.IsDefault ? output : output.WithFeature(SpecialAxis.AtOrNone(Swapped(input.FeatureIndex)));

        int? Swapped(int? place) =>
            place == first ? second
            : place == second ? first
            : place;
    }
}
