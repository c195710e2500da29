using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>pool</c>: the largest or the mean of each window over the axes between batch and features.</summary>
internal sealed class PoolShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        if (call.Text("mode")?.ToUpperInvariant() is not ("MAX" or "AVG" or null))
        {
            return call.Fail(ShapeFaults.Options("The mode is neither \"max\" nor \"avg\".", null, "mode"));
        }

        var sizes = call.List("pool_size");
        ImmutableArray<int> strides = call.Has("strides") ? call.Integers("strides") : call.Integers("pool_size");
        var axes = SpatialAxes.Read(call, sizes, strides, call.Option("padding") ?? "valid");
        var (before, after) = (call.Axis("in_dim"), call.Axis("out_dim"));
        if (axes is null)
        {
            return null;
        }

        if (before is not null && after is not null && !before.IsSame(after))
        {
            return call.Fail(ShapeFaults.Declared("out_dim", $"{after}", $"{before}"));
        }

        var feature = before ?? after ?? input.FeatureOrSparse;
        var spatial = SpatialInput.Of(call, input, feature);
        return spatial is null ? null : ConvShape.OutputOf(call, axes, spatial, feature!);
    }
}
