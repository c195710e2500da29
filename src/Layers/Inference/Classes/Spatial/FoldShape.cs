namespace NetDsl.Layers;

/// <summary><c>fold</c>: the reverse of <c>window</c>, overlapping entries added or averaged.</summary>
internal sealed class FoldShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (
            call.AxisOf(source, "in_spatial_dim") is not { } spatial
            || call.AxisOf(source, "window_dim") is not { } window
        )
        {
            return null;
        }

        if (call.NamesLayer("in_spatial_dim") || call.NamesLayer("window_dim"))
        {
            return call.Fail(
                ShapeFaults.Options(
                    "The axes are named by texts, and RETURNN reckons with them.",
                    "Give dims.",
                    "window_dim"
                )
            );
        }

        if (spatial == window)
        {
            return call.Fail(
                ShapeFaults.Options("The window and what it moves over are one axis.", null, "window_dim")
            );
        }

        var (frames, declared) = (source.Axes[spatial], call.Axis("out_spatial_dim"));
        var isTime = spatial == source.TimeIndex;
        var rest = source.Without(Math.Max(spatial, window)).Without(Math.Min(spatial, window));
        if (declared is null || !declared.HasLength)
        {
            if (Unfolded(call, frames) is not { } made || !call.Declare(made, declared, "out_spatial_dim"))
            {
                return null;
            }

            declared ??= made;
        }

        var result = rest.Insert(declared, 0);
        return isTime ? result.WithTimeAt(0) : result;
    }

    private static Axis? Unfolded(LayerCall call, Axis frames)
    {
        var axis = AxisMath.Multiply(frames, call.Integer("stride") ?? 1);
        switch (call.Text("padding")?.ToUpperInvariant() ?? "SAME")
        {
            case "SAME":
                return axis;
            case "VALID" when call.Axis("window_dim") is { } window:
                var rest = AxisMath.Subtract(window, 1);
                AxisTerm? left = call.Integer("window_left") is { } before ? before : null;
                AxisTerm? right = call.Integer("window_right") is { } after ? after : null;
                if (left is null && right is null)
                {
                    left = AxisMath.Divide(AxisOperator.FloorDivide, rest, 2);
                }

                right ??= AxisMath.Subtract(rest, left!.Value);
                left ??= AxisMath.Subtract(rest, right.Value);
                return AxisMath.Add(AxisMath.Add(left.Value, axis), right.Value);
            case "VALID":
                call.Unknown();
                return null;
            default:
                call.Fail(ShapeFaults.Options("The padding is neither \"same\" nor \"valid\".", null, "padding"));
                return null;
        }
    }
}
