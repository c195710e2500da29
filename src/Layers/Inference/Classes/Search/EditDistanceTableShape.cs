using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>edit_distance_table</c>: the distances to all beginnings of the target, of which there is one more than it has labels.</summary>
internal sealed class EditDistanceTableShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (!call.Has("target"))
        {
            return call.Fail(ShapeFaults.Options("The class needs a target.", "Give \"target\".", "target"));
        }

        if (call.Target() is not { } target)
        {
            return call.Unknown();
        }

        if (target.TimeAxis is not { } time)
        {
            return call.Fail(ShapeFaults.NoAxis("target", "of time", target));
        }

        var beginnings = AxisMath.Add(time, 1);
        if (call.Axis("out_dim") is { } declared)
        {
            beginnings.DeclareSame(declared);
            beginnings = declared;
        }

        var axes = ImmutableArray.CreateBuilder<Axis>();
        if (source.BatchIndex is { } batch)
        {
            axes.Add(source.Axes[batch]);
        }

        if (source.TimeAxis is { } sourceTime)
        {
            axes.Add(sourceTime);
        }

        axes.Add(beginnings);
        return new TensorType(axes.DrainToImmutable(), "int32");
    }
}
