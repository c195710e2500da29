using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The loss of each frame, by the name of the loss.</summary>
internal static class FrameLosses
{
    /// <summary>With the axes of the output, or those without features; null if the loss is not known, a null value if nothing is learned from it.</summary>
    internal static Datum? Of(
        StepState state,
        NetLayer layer,
        string name,
        Datum output,
        Datum? target,
        DictValue options
    )
    {
        if (name == "as_is")
        {
            return OptionTruth.IsTrue(options["as_error"]) ? output with { Value = null! } : output;
        }

        if (target is null || output.Type.FeatureIndex is not { } feature)
        {
            return null;
        }

        return name switch
        {
            "ce" => CrossEntropy(state, layer, output, target, feature, options),
            "mse" => Compare(state, layer, output, target, feature, Unary.Square, isMean: true),
            "mean_l1" => Compare(state, layer, output, target, feature, Unary.Absolute, isMean: true),
            "l1" => Compare(state, layer, output, target, feature, Unary.Absolute, isMean: false),
            _ => null,
        };
    }

    private static Datum? CrossEntropy(
        StepState state,
        NetLayer layer,
        Datum output,
        Datum target,
        int feature,
        DictValue options
    )
    {
        var isLogits = options["input_type"] is StringValue { Value: "logits" };
        var logits =
            isLogits ? output.Value
            : IsSoftmax(layer) ? state.BeforeActivation.GetValueOrDefault(layer)
            : null;
        var scores = logits is null ? output.Value.Apply(Unary.Log) : logits.LogSoftmax(feature);
        if (Distribution(state, layer, output, target, feature) is not { } wanted)
        {
            return null;
        }

        // Smoothed over all classes but the right one (smoothing_cross_entropy).
        if (Numbers.Of(options["label_smoothing"]) is { } smoothing and not 0)
        {
            var others = smoothing / (output.Value.Shape[feature] - 1);
            wanted = wanted * (1 - smoothing - others) + others;
            var entropy = -((1 - smoothing) * Math.Log(1 - smoothing) + smoothing * Math.Log(others + 1e-20));
            return Summed(output, -(wanted * scores), feature) is { } smoothed
                ? smoothed with
                {
                    Value = smoothed.Value - entropy,
                }
                : null;
        }

        return Summed(output, -(wanted * scores), feature);
    }

    private static bool IsSoftmax(NetLayer layer) =>
        layer.ClassName == "softmax" || layer.Options["activation"] is StringValue { Value: "softmax" };

    private static Datum? Compare(
        StepState state,
        NetLayer layer,
        Datum output,
        Datum target,
        int feature,
        Unary function,
        bool isMean
    )
    {
        if (Distribution(state, layer, output, target, feature) is not { } wanted)
        {
            return null;
        }

        var sum = Summed(output, (output.Value - wanted).Apply(function), feature);
        return isMean ? sum with { Value = sum.Value * (1.0 / output.Value.Shape[feature]) } : sum;
    }

    private static Datum Summed(Datum output, Value value, int feature) =>
        new(output.Type.Without(feature), value.Sum(feature).Remove(feature));

    // Class indices become ones and zeros.
    private static Value? Distribution(StepState state, NetLayer layer, Datum output, Datum target, int feature)
    {
        var frames = output.Type.Without(feature);
        if (target.Type.Sparse is null)
        {
            return ByFrames(target, output.Type) ?? Alignment.Of(state.Net.Call(layer), target, output.Type);
        }

        var indices = ByFrames(target, frames) ?? Alignment.Of(state.Net.Call(layer), target, frames);
        return indices is null ? null : Value.Constant(OneHot.Of(indices.Array, feature, output.Value.Shape[feature]));
    }

    // RETURNN puts all frames in a row, and never asks whether the target has the same time (Loss._flatten_or_merge).
    private static Value? ByFrames(Datum target, TensorType output)
    {
        if (target.Type.Rank != output.Rank)
        {
            return null;
        }

        var places = new int[output.Rank];
        for (var axis = 0; axis < places.Length; axis++)
        {
            var place =
                axis == target.Type.BatchIndex ? output.BatchIndex
                : axis == target.Type.TimeIndex ? output.TimeIndex
                : axis == target.Type.FeatureIndex ? output.FeatureIndex
                : null;
            if (place is null)
            {
                return null;
            }

            places[axis] = place.Value;
        }

        return Alignment.At(target.Value, [.. places], output.Rank);
    }
}
