using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>top_k</c>: the largest entries along one or several axes, and where they were.</summary>
internal sealed class TopKShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (AxesOf(call, source) is not { } axes || KAxis(call) is not { } best)
        {
            return null;
        }

        if (AxisMath.Entries(axes) is { } entries && call.Integer("k") is { } count && count > entries)
        {
            return call.Fail(
                ShapeFaults.Size(
                    string.Create(CultureInfo.InvariantCulture, $"The best {count} of {entries} entries are asked for"),
                    "as many entries",
                    "k"
                )
            );
        }

        if (axes.Any(axis => !call.CanMask(axis)))
        {
            return null;
        }

        var rest = source.Axes.RemoveAll(axis => axes.Any(axis.IsSame));
        var values = source.WithNewAxes(rest.Add(best)).WithFeature(SpecialAxis.None);
        var isOne = call.Option("axis") is StringValue or DimValue;
        for (var number = 0; number < axes.Length; number++)
        {
            var name = isOne ? "indices" : string.Create(CultureInfo.InvariantCulture, $"indices{number}");
            call.Output(name, values.OfType("int32", axes[number]));
        }

        return values;
    }

    private static ImmutableArray<Axis>? AxesOf(LayerCall call, TensorType source)
    {
        var axes = ImmutableArray.CreateBuilder<Axis>();
        foreach (var value in call.List("axis"))
        {
            if (call.AxisOf(source, "axis", value) is not { } index)
            {
                return null;
            }

            axes.Add(source.Axes[index]);
        }

        return axes.Count > 0 ? axes.ToImmutable() : null;
    }

    // A dim of its own, as if the user had made it.
    private static Axis? KAxis(LayerCall call)
    {
        if (call.Axis("k_dim") is { } given)
        {
            if (call.NamesLayer("k") && call.Layer("k") is { } count)
            {
                given.DefineLength(count.Axes);
            }

            return given;
        }

        return call.Integer("k") is null && !call.NamesLayer("k")
            ? null
            : call.Space.Shared(
                $"{call.Path}:topk",
                _ => new(call.Space, $"{call.Name}:topk", AxisKind.Spatial, call.Integer("k")) { HasLength = true }
            );
    }
}
