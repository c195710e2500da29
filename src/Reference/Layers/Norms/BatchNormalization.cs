using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>
/// Features normalised over all other axes, by the batch in training, else by running statistics (contract 7): what the class
/// <c>batch_norm</c> and the option of that name of all layers do.
/// </summary>
internal sealed class BatchNormalization
{
    private readonly LayerStep step;
    private readonly BatchNormSettings settings;
    private readonly Datum input;
    private readonly int feature;

    private BatchNormalization(LayerStep step, Datum input, int feature)
    {
        (this.step, this.input, this.feature) = (step, input, feature);
        settings = BatchNormSettings.Of(step);
    }

    /// <summary>The normalised numbers; null if they cannot be computed, and the step then says so.</summary>
    internal static Value? Of(LayerStep step, Datum input) =>
        input.Type.FeatureIndex is { } feature
            ? new BatchNormalization(step, input, feature).Compute()
            : step.Refuse("in_dim");

    private Value? Compute()
    {
        if (Parameter("mean") is not { } runningMean || Parameter("variance") is not { } runningVariance)
        {
            return null;
        }

        var (mean, variance) = (Broadcast(runningMean), Broadcast(runningVariance));
        var isUpdated = step.IsTraining || !(settings.IsFused || settings.UpdatesInTrainingOnly);
        var isBlended = step.IsTraining || settings.BlendsAlways;
        if (isUpdated || (isBlended && settings.Blend != 1))
        {
            var (batchMean, batchVariance, count) = Moments();
            if (isUpdated)
            {
                // The fused operation keeps the variance of which the batch is a sample (contract 0.3).
                var factor =
                    settings.IsFused && !step.State.Mode.KeepsBatchVariance ? count / Math.Max(count - 1, 1) : 1;
                if (
                    Assign("mean", runningMean, batchMean) is not { } newMean
                    || Assign("variance", runningVariance, batchVariance * factor) is not { } newVariance
                )
                {
                    return null;
                }

                if (!settings.UpdatesLater && !settings.IsFused)
                {
                    (mean, variance) = (Broadcast(newMean), Broadcast(newVariance));
                }
            }

            if (isBlended)
            {
                mean = Blended(batchMean, mean);
                variance = Blended(batchVariance, variance);
            }
        }

        return Affine((input.Value - mean) * (variance + settings.Epsilon).Apply(Unary.Rsqrt));
    }

    private Value Blended(Value ofBatch, Value running) =>
        settings.Blend == 0 ? ofBatch : (ofBatch * (1 - settings.Blend)) + (running * settings.Blend);

    private Value? Affine(Value value)
    {
        if (settings.HasScale)
        {
            if (Parameter("gamma") is not { } gamma)
            {
                return null;
            }

            value *= Broadcast(gamma);
        }

        if (settings.HasShift)
        {
            if (Parameter("beta") is not { } beta)
            {
                return null;
            }

            value += Broadcast(beta);
        }

        return value;
    }

    private Value? Parameter(string role) => step.Parameter(settings.NameOf(step.Call.Name, role));

    // Older versions keep axes of size one.
    private Value Broadcast(Value value) => Alignment.At(value.Reshape(value.Array.Count), [feature], input.Type.Rank);

    private (Value Mean, Value Variance, double Count) Moments()
    {
        ImmutableArray<int> axes = [.. Enumerable.Range(0, input.Type.Rank).Where(axis => axis != feature)];
        var mask =
            settings.LeavesOutPadding && input.Type.TimeIndex is { } time
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

    // The variable behind the update; null if it cannot be written to, and the step then says so.
    private Value? Assign(string role, Value running, Value batch)
    {
        var name = settings.NameOf(step.Call.Name, role);
        if (step.State.Bindings.WrittenName(step.Layer, name) is not { } parameter)
        {
            return step.Refuse($"reuse_params/map/{name}");
        }

        var change = (batch.Stop().Reshape(running.Shape) - running.Stop()) * settings.Momentum;
        step.State.Assignments.Add(new(step.Layer, parameter, change.Array, IsSum: true) { IsRegistered = true });
        return running.Stop() + change;
    }
}
