using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>conv</c>: a filter moved over the axes between batch and features.</summary>
internal sealed class ConvShape : ILayerShape
{
    private const int HasBiasFrom = 10;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        var padding = call.Option("padding");
        if (input is null || padding is null || call.IsOpaque)
        {
            return null;
        }

        if (call.Has("out_type"))
        {
            return call.Fail(ShapeFaults.Options("The layer makes its output's type itself.", null, "out_type"));
        }

        ImmutableArray<int> strides = call.Has("strides") ? call.Integers("strides") : [1];
        var axes = SpatialAxes.Read(call, call.List("filter_size"), strides, padding);
        var spatial = axes is null ? null : SpatialInput.Of(call, input, call.Axis("in_dim"));
        if (axes is null || spatial is null)
        {
            return null;
        }

        var features =
            call.Axis("out_dim") ?? (call.Integer("n_out") is { } size ? call.NewFeature("channel", size) : null);
        return features is null ? call.Fail(NoSize()) : Output(call, axes, spatial, features);
    }

    /// <summary>The output of a layer that works like a convolution; null if RETURNN refuses it.</summary>
    internal static TensorType? OutputOf(LayerCall call, SpatialAxes axes, SpatialInput input, Axis features)
    {
        var declared = call.Dims("out_spatial_dims");
        if (declared is null || axes.Of(input.SpatialAxes, declared.Value) is not { } made)
        {
            return null;
        }

        var ordered = input.Type.FeatureLast();
        ImmutableArray<Axis> all = [.. ordered.Axes[..input.BatchCount], .. made, features];
        return new TensorType(all).WithTime(SpecialAxis.AtOrNone(ordered.TimeIndex)).WithFeatureAt(all.Length - 1);
    }

    internal static ShapeFault NoSize() =>
        ShapeFaults.Options("The layer has neither \"n_out\" nor \"out_dim\".", "Give one of them.", "n_out");

    private static TensorType? Output(LayerCall call, SpatialAxes axes, SpatialInput input, Axis features)
    {
        var (before, after) = (input.Type.FeatureAxis!.Size, features.Size);
        if (call.Integer("n_out") is { } size && after is { } out_ && size != out_)
        {
            return call.Fail(ShapeFaults.Declared("n_out", $"{size}", $"{features}"));
        }

        var groups = call.Integer("groups") ?? 1;
        if (groups < 1 || before % groups is not (0 or null) || after % groups is not (0 or null))
        {
            return call.Fail(
                ShapeFaults.Size(
                    $"{groups} groups of the features {input.Type.FeatureAxis} and {features}",
                    "divisors",
                    "groups"
                )
            );
        }

        if (!call.Has("filter"))
        {
            call.Variable("W", [.. axes.Sizes, before / groups, after]);
        }

        var hasBias = call.Has("bias") || call.BehaviorVersion >= HasBiasFrom;
        if (call.Flag("with_bias", hasBias) && !call.Has("bias"))
        {
            call.Variable("bias", [after]);
        }

        return OutputOf(call, axes, input, features);
    }
}
