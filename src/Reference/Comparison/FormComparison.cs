namespace NetDsl.Reference;

/// <summary>Two forms of one net, computed with the same numbers: not in training, in training, and in search if they do.</summary>
internal sealed class FormComparison
{
    // A gradient is a sum of terms, and rounding is measured by these: some cancel out, as those of a bias before a norm. They are not
    // known, but the largest gradient of the net is, and beside it a part of this size is noise.
    private const double LeastShare = 1e-4;

    // Hypotheses of random nets hardly end; what is wrong shows in the first steps.
    private const int MostSteps = 4;

    private readonly Form left;
    private readonly Form right;
    private readonly double tolerance;
    private readonly SortedSet<string> estimators = new(StringComparer.Ordinal);
    private readonly Dictionary<(DeviationKind Kind, string Name), double> largest = [];

    /// <param name="left">One form.</param>
    /// <param name="right">The other.</param>
    /// <param name="tolerance">The largest relative difference that counts as rounding.</param>
    internal FormComparison(Form left, Form right, double tolerance)
    {
        this.left = left;
        this.right = right;
        this.tolerance = tolerance;
    }

    /// <summary>Why something could not be computed; empty if all was.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>The largest deviations so far.</summary>
    internal IEnumerable<Deviation> Deviations =>
        largest.Select(item => new Deviation(item.Key.Kind, item.Key.Name, item.Value));

    /// <summary>Variables that differ only because the fused batch norm keeps another variance (contract 0.3).</summary>
    internal IReadOnlyCollection<string> Estimators => estimators;

    /// <summary>Computes one more batch; false if it cannot be.</summary>
    internal bool Add(int seed, int sequences) => Add(new BatchRun(left, seed, sequences), sequences);

    /// <summary>Compares one more batch; false if it cannot be computed.</summary>
    /// <param name="batch">The batch for the left form; others may compare with it, too.</param>
    /// <param name="sequences">How many sequences it has.</param>
    internal bool Add(BatchRun batch, int sequences)
    {
        try
        {
            return AddAll(batch, sequences);
        }
        catch (Exception failure) when (NumberFaults.IsOne(failure))
        {
            // Behind the layers: gradients, losses, updates.
            Diagnostics = [InterpreterDiagnostics.UnfitStep(failure.Message)];
            return false;
        }
    }

    private bool AddAll(BatchRun batch, int sequences)
    {
        var other = new BatchRun(right, batch.Seed, sequences, batch);
        foreach (var mode in Modes(batch.Seed))
        {
            var (first, second) = (batch.Step(mode), other.Step(mode));
            Diagnostics = [.. first.Diagnostics, .. second.Diagnostics];
            if (Diagnostics.Count > 0)
            {
                return false;
            }

            CompareResults(first, second);
            CompareLosses(first, second);
            if (mode.IsTraining)
            {
                CompareGradients(first, second);
                CompareAssigned(first, second, batch, other, mode);
            }
        }

        return true;
    }

    private IEnumerable<StepMode> Modes(int seed)
    {
        var eval = new StepMode(IsTraining: false, seed);
        yield return eval;
        yield return eval with
        {
            IsTraining = true,
        };
        if (left.Searches && right.Searches)
        {
            yield return eval with
            {
                Searches = true,
            };
        }
    }

    private void CompareResults(Evaluation first, Evaluation second)
    {
        foreach (var name in left.Outputs.Union(right.Outputs, StringComparer.Ordinal))
        {
            // Layers that only run an update are there in one form; a fused layer that has the loss of another is no other form of that.
            var isInBoth = left.Outputs.Contains(name) && right.Outputs.Contains(name);
            if (left.LossOf(name) != right.LossOf(name) || (!isInBoth && name != "output"))
            {
                continue;
            }

            var deviation =
                first.Output(name) is { } output && second.Output(name) is { } other
                    ? Distance.Between(output, other, first.Mask(output))
                    : double.PositiveInfinity;
            Note(DeviationKind.Output, name, deviation);
        }
    }

    private void CompareLosses(Evaluation first, Evaluation second)
    {
        Note(DeviationKind.Loss, "objective", Distance.Between(first.Objective.Array, second.Objective.Array));
        foreach (var loss in first.Losses)
        {
            if (second.Losses.FirstOrDefault(other => other.Layer.Path == loss.Layer.Path) is { } other)
            {
                Note(DeviationKind.Loss, loss.Layer.Path, Distance.Between(loss.Sum.Array, other.Sum.Array));
            }
        }
    }

    private void CompareGradients(Evaluation first, Evaluation second)
    {
        var names = left.Trained.Union(right.Trained, StringComparer.Ordinal).ToList();
        var highest = names.Select(first.Gradient).OfType<NdArray>().Select(Distance.Largest).Append(0).Max();
        var scale = Math.Max(Distance.Smallest, LeastShare * highest);
        foreach (var name in names)
        {
            Note(DeviationKind.Gradient, name, Distance.Between(first.Gradient(name), second.Gradient(name), scale));
        }
    }

    private void CompareAssigned(Evaluation first, Evaluation second, BatchRun batch, BatchRun other, StepMode mode)
    {
        var (after, otherAfter) = (first.Assigned(), second.Assigned());
        foreach (var name in after.Keys.Union(otherAfter.Keys, StringComparer.Ordinal))
        {
            var deviation = Distance.Between(after.GetValueOrDefault(name), otherAfter.GetValueOrDefault(name));
            if (deviation > tolerance)
            {
                var ofBatch = mode with { KeepsBatchVariance = true };
                var known = Distance.Between(
                    batch.Step(ofBatch).Assigned().GetValueOrDefault(name),
                    other.Step(ofBatch).Assigned().GetValueOrDefault(name)
                );
                if (known <= tolerance)
                {
                    estimators.Add(name);
                    deviation = known;
                }
            }

            Note(DeviationKind.Variable, name, deviation);
        }
    }

    private void Note(DeviationKind kind, string name, double deviation)
    {
        var known = largest.GetValueOrDefault((kind, name));
        largest[(kind, name)] = double.IsNaN(deviation) ? double.PositiveInfinity : Math.Max(known, deviation);
    }
}
