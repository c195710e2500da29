using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>reshape</c>: some axes as others with as many entries in all.</summary>
internal sealed class ReshapeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (Places(call, source, "in_dims") is not { IsEmpty: false } places || OutAxes(call, source) is not { } added)
        {
            return null;
        }

        if (places.Distinct().Count() != places.Length)
        {
            return call.Fail(ShapeFaults.Options($"\"in_dims\" names an axis of {source} twice.", null, "in_dims"));
        }

        if (
            AxisMath.Entries([.. places.Select(place => source.Axes[place])]) is { } before
            && AxisMath.Entries(added) is { } after
            && before != after
        )
        {
            return call.Fail(
                ShapeFaults.Size($"The new axes have {after} entries in place of {before}", "as many", "out_dims")
            );
        }

        ImmutableArray<Axis> rest = [.. source.Axes.Where((_, place) => !places.Contains(place))];
        return source.WithNewAxes(rest.InsertRange(places.Min(), added));
    }

    private static ImmutableArray<int>? Places(LayerCall call, TensorType source, string option)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var value in call.List(option))
        {
            if (call.AxisOf(source, option, value) is not { } place)
            {
                return null;
            }

            places.Add(place);
        }

        return places.ToImmutable();
    }

    private static ImmutableArray<Axis>? OutAxes(LayerCall call, TensorType source)
    {
        var axes = ImmutableArray.CreateBuilder<Axis>();
        foreach (var value in call.List("out_dims"))
        {
            var axis =
                value is DimValue dim ? call.Space.Of(dim.Value)
                : call.AxisOf(source, "out_dims", value) is { } place ? source.Axes[place]
                : null;
            if (axis is null)
            {
                return null;
            }

            axes.Add(axis);
        }

        return axes.ToImmutable();
    }
}
