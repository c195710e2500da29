using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The loss of each frame, by the name of the loss.</summary>
internal static class FrameLosses
{
    // The least probability that RETURNN takes the logarithm of (safe_log).
    private const double LeastLikely = 1e-20;

    /// <summary>With the axes of the output, or those without features; null if the loss is not known.</summary>
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
            return output;
        }

        if (target is null || output.Type.FeatureIndex is not { } feature)
        {
            return null;
        }

        return name switch
        {
            "ce" => CrossEntropy(state, layer, output, target, feature, options),
            "ctc" => LabelLoss.Of(state, layer, output, target, options),
            "bin_ce" when Aligned(state, layer, output, target) is { } wanted => BinaryCrossEntropy(
                output,
                wanted,
                feature,
                Numbers.Of(options["pos_weight"]) ?? 1
            ),
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
        if (Distribution(state, layer, output, target, feature) is not { } wanted)
        {
            return null;
        }

        var scores = Scores(state, layer, output, feature, options);
        var classes = output.Value.Shape[feature];
        var right = wanted;
        var least = 0.0;

        // Smoothed over all classes but the right one, less what no net can avoid (smoothing_cross_entropy).
        if (Numbers.Of(options["label_smoothing"]) is { } smoothing and not 0)
        {
            var others = smoothing / (classes - 1);
            wanted = wanted * (1 - smoothing - others) + others;
            least = -((1 - smoothing) * Math.Log(1 - smoothing) + smoothing * Math.Log(others + 1e-20));
        }

        var loss = (-(wanted * scores)).Sum(feature) - least;
        if (Numbers.Of(options["focal_loss_factor"]) is { } focus and not 0)
        {
            var share = (right * scores.Apply(Unary.Exp)).Sum(feature);
            loss *= (1 - share).Combine(Binary.Power, Value.Constant(focus));
        }

        // What is shown has a bound, the gradient has none (minimum_with_identity_grad).
        if (Numbers.Of(options["fake_upper_bound"]) is { } bound)
        {
            var shown = loss.Stop();
            loss += shown.Combine(Binary.Minimum, Value.Constant(bound)) - shown;
        }

        return new(output.Type.Without(feature), loss.Remove(feature));
    }

    // The logarithms of what the layer says is likely.
    private static Value Scores(StepState state, NetLayer layer, Datum output, int feature, DictValue options)
    {
        var logits =
            options["input_type"] is StringValue { Value: "logits" } ? output.Value
            : IsSoftmax(layer) ? state.BeforeActivation.GetValueOrDefault(layer)
            : null;
        return logits is null ? output.Value.Apply(Unary.SafeLog(LeastLikely)) : logits.LogSoftmax(feature);
    }

    // The output holds logits; each feature is a question of its own.
    private static Datum BinaryCrossEntropy(Datum output, Value wanted, int feature, double weight)
    {
        var logits = output.Value;
        var entropy =
            weight == 1
                ? wanted.Combine(Binary.SigmoidCrossEntropy, logits)
                : -(wanted * weight * logits.Apply(Unary.LogSigmoid))
                    - ((1 - wanted) * (-logits).Apply(Unary.LogSigmoid));
        var sum = Summed(output, entropy, feature);
        return sum with { Value = sum.Value * (1.0 / logits.Shape[feature]) };
    }

    private static Value? Aligned(StepState state, NetLayer layer, Datum output, Datum target) =>
        target.Type.Rank == output.Type.Rank
            ? ByFrames(target, output.Type) ?? Alignment.Of(state.Net.Call(layer), target, output.Type)
            : null;

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
