namespace NetDsl.Layers;

/// <summary><c>postfix_in_time</c>: a value behind the last entry of each sequence, once or more.</summary>
internal sealed class PostfixInTimeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.AxisOr(input, "axis", "T") is not { } index)
        {
            return null;
        }

        var axis = input.Axes[index];
        if (call.NamesLayer("postfix") && call.Layer("postfix") is { } postfix && postfix.Has(axis))
        {
            return call.Fail(
                ShapeFaults.Size($"The postfix {postfix} has the axis {axis}", "one without it", "postfix")
            );
        }

        var longer = AxisMath.Add(axis, call.Integer("repeat") ?? 1);
        return call.Declare(longer, call.Axis("out_dim"), "out_dim") ? input.Replace(index, longer) : null;
    }
}
