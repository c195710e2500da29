namespace NetDsl.Layers;

/// <summary><c>window</c>: for each place of an axis the entries around it, along a new axis.</summary>
internal sealed class WindowShape : ILayerShape
{
    private const int MovesAxisFrom = 18;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        var declared = call.Axis("window_dim");
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        if ((call.Integer("window_size") is { } given && given != 0 ? given : declared?.Size) is not { } size)
        {
            return call.Fail(
                ShapeFaults.Options("The window has no size.", "Give \"window_size\" or \"window_dim\".", "window_size")
            );
        }

        if (input.BatchIndex is null)
        {
            return call.Fail(ShapeFaults.Size($"The input {input} has no batch axis", "one"));
        }

        input = input.BatchMajor();
        var (place, framed) = IsOneFrame(call, input) ? (1, input) : Framed(call, input, size);
        var window = call.NewSpatial($"{call.Name}:window", size);
        return framed is not null && call.Declare(window, declared, "window_dim") ? framed.Insert(window, place) : null;
    }

    /// <summary>Whether the axis is the loop's: then the window is over the frames before.</summary>
    internal static bool IsOneFrame(LayerCall call, TensorType input) =>
        call.IsInLoop
        && (
            call.Option("axis") is DimValue dim
                ? call.LoopAxis is { } loop && call.Space.Of(dim.Value).IsSame(loop)
                : input.TimeIndex is null && (call.Text("axis") ?? "T").Equals("t", StringComparison.OrdinalIgnoreCase)
        );

    private static (int Place, TensorType? Type) Framed(LayerCall call, TensorType input, int size)
    {
        if (call.AxisOr(input, "axis", "T") is not { } index)
        {
            return (0, null);
        }

        var stride = call.Integer("stride") ?? 1;
        var place = index + 1;
        if (call.IsOn("_use_opt_dim_order", otherwise: call.BehaviorVersion >= MovesAxisFrom))
        {
            input = input.Move(index, 0);
            (index, place) = (0, stride == 1 ? 0 : 1);
        }

        var padding = call.Text("padding") ?? "same";
        if (padding.ToUpperInvariant() is not ("SAME" or "VALID"))
        {
            call.Fail(ShapeFaults.Options("The padding is neither \"same\" nor \"valid\".", null, "padding"));
            return (0, null);
        }

        var frames = SpatialAxes.Formula(input.Axes[index], size, stride, 1, padding);
        return call.Declare(frames, call.Axis("out_spatial_dim"), "out_spatial_dim")
            ? (place, input.Replace(index, frames))
            : (0, null);
    }
}
