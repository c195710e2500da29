using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>batch_norm</c>: features normalised over all other axes, by the batch in training, else by running statistics (contract 7).</summary>
internal sealed class BatchNormEvaluator : ILayerEvaluator
{
    // TensorFlow's fused operation takes no less.
    private const double LeastFusedEpsilon = 1.001e-5;

    public IReadOnlyCollection<string> Options =>
        [
            "momentum",
            "epsilon",
            "use_shift",
            "use_std",
            "use_sample",
            "force_sample",
            "update_sample_only_in_training",
            "delay_sample_update",
            "param_version",
            "masked_time",
            "gamma_init",
            "beta_init",
        ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Call.Integer("param_version") != 2)
        {
            return step.Refuse("param_version");
        }

        foreach (var option in (ReadOnlySpan<string>)["use_sample", "force_sample"])
        {
            if (step.Call.Flag(option))
            {
                return step.Refuse(option);
            }
        }

        if (!step.Call.Flag("update_sample_only_in_training", otherwise: true))
        {
            return step.Refuse("update_sample_only_in_training");
        }

        if (
            step.Input() is not { Type.FeatureIndex: { } feature } input
            || step.Parameter("batch_norm/v2_mean") is not { } runningMean
            || step.Parameter("batch_norm/v2_variance") is not { } runningVariance
        )
        {
            return null;
        }

        var (mean, variance) = (Broadcast(runningMean, input, feature), Broadcast(runningVariance, input, feature));
        if (step.IsTraining)
        {
            if (Moments(step, input, feature) is not (var batchMean, var batchVariance, var count))
            {
                return null;
            }

            (mean, variance) = (batchMean, batchVariance);
            if (!Update(step, runningMean, runningVariance, mean, variance, count))
            {
                return null;
            }
        }

        var epsilon = step.Call.Real("epsilon") ?? 1e-3;
        epsilon = IsFused(step) ? Math.Max(epsilon, LeastFusedEpsilon) : epsilon;
        return Affine(step, (input.Value - mean) * (variance + epsilon).Apply(Unary.Rsqrt), input, feature);
    }

    private static Value? Affine(LayerStep step, Value value, Datum input, int feature)
    {
        if (step.Call.Flag("use_std", otherwise: true))
        {
            if (step.Parameter("batch_norm/v2_gamma") is not { } gamma)
            {
                return null;
            }

            value *= Broadcast(gamma, input, feature);
        }

        if (step.Call.Flag("use_shift", otherwise: true))
        {
            if (step.Parameter("batch_norm/v2_beta") is not { } beta)
            {
                return null;
            }

            value += Broadcast(beta, input, feature);
        }

        return value;
    }

    private static Value Broadcast(Value value, Datum input, int feature) =>
        Alignment.At(value, [feature], input.Type.Rank);

    private static bool IsFused(LayerStep step) =>
        !step.Call.Flag("masked_time")
        && step.Call.Flag("use_shift", otherwise: true)
        && step.Call.Flag("use_std", otherwise: true);

    private static (Value Mean, Value Variance, double Count)? Moments(LayerStep step, Datum input, int feature)
    {
        ImmutableArray<int> axes = [.. Enumerable.Range(0, input.Type.Rank).Where(axis => axis != feature)];
        var mask =
            step.Call.Flag("masked_time") && input.Type.TimeIndex is { } time
                ? step.Mask(input.Type, time, input.Value.Shape[time])
                : null;
        double count = axes.Aggregate(1, (product, axis) => product * input.Value.Shape[axis]);
        if (mask is null)
        {
            var mean = input.Value.Mean(axes);
            return (mean, (input.Value - mean).Apply(Unary.Square).Mean(axes), count);
        }

        // Along the axes that the mask does not have, all count.
        count *= mask.Data.Sum() / mask.Count;
        Value Masked(Value value) => Value.Constant(mask).Choose(value, Value.Constant(0)).Sum(axes) * (1 / count);
        var masked = Masked(input.Value);
        return (masked, Masked((input.Value - masked).Apply(Unary.Square)), count);
    }

    // The fused operation keeps the variance of which the batch is a sample (contract 0.3).
    private static bool Update(
        LayerStep step,
        Value runningMean,
        Value runningVariance,
        Value mean,
        Value variance,
        double count
    )
    {
        var momentum = step.Call.Real("momentum") ?? 0.1;
        var factor = IsFused(step) && !step.State.Mode.KeepsBatchVariance ? count / Math.Max(count - 1, 1) : 1;
        return Assign(step, "batch_norm/v2_mean", runningMean, mean, momentum, 1)
            && Assign(step, "batch_norm/v2_variance", runningVariance, variance, momentum, factor);
    }

    private static bool Assign(LayerStep step, string name, Value running, Value batch, double momentum, double factor)
    {
        if (step.State.Bindings.WrittenName(step.Layer, name) is not { } parameter)
        {
            step.Refuse($"reuse_params/map/{name}");
            return false;
        }

        var change = ((batch.Stop().Reshape(running.Shape) * factor) - running.Stop()) * momentum;
        step.State.Assignments.Add(new(step.Layer, parameter, change.Array, IsSum: true) { IsRegistered = true });
        return true;
    }
}
