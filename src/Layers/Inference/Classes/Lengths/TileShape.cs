namespace NetDsl.Layers;

/// <summary><c>tile</c>: the whole tensor several times along axes of fixed size.</summary>
internal sealed class TileShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.Option("multiples") is not DictValue multiples)
        {
            return input is null ? null : call.Unknown();
        }

        var axes = input.Axes;
        var declared = call.Option("out_dims") as DictValue ?? DictValue.Empty;
        foreach (var (where, times) in multiples)
        {
            if (LayerCall.IntegerOf(times) is not { } number)
            {
                return call.Unknown();
            }

            if (call.AxisOf(input, "multiples", where) is not { } index)
            {
                return null;
            }

            if (number != 1 && axes[index].Size is null)
            {
                return call.Fail(
                    ShapeFaults.Size($"The axis {axes[index]} has no fixed size", "one to tile", "multiples")
                );
            }

            var tiled = AxisMath.Multiply(number, axes[index]);
            if (!call.Declare(tiled, DeclaredFor(call, declared, where), "out_dims"))
            {
                return null;
            }

            axes = axes.SetItem(index, tiled);
        }

        return input.WithAxes(axes);
    }

    private static Axis? DeclaredFor(LayerCall call, DictValue declared, OptionValue where)
    {
        foreach (var (key, value) in declared)
        {
            if (key.Equals(where) && value is DimValue dim)
            {
                return call.Space.Of(dim.Value);
            }
        }

        return null;
    }
}
