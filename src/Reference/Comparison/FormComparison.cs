using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Two forms of one net, computed with the same numbers, in training and not.</summary>
internal sealed class FormComparison
{
    private const double Smallest = 1e-6;

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
    internal bool Add(int seed, int sequences)
    {
        var feed = left.Feed(seed, sequences);
        var other = right.Feed(seed, sequences, feed);
        foreach (var isTraining in (ReadOnlySpan<bool>)[false, true])
        {
            var mode = new StepMode(isTraining, seed);
            var (first, second) = (left.Run(feed, mode), right.Run(other, mode));
            Diagnostics = [.. first.Diagnostics, .. second.Diagnostics];
            if (Diagnostics.Count > 0)
            {
                return false;
            }

            Compare(first, second);
            if (isTraining)
            {
                CompareTraining(
                    first,
                    second,
                    () =>
                        (
                            left.Run(feed, mode with { KeepsBatchVariance = true }),
                            right.Run(other, mode with { KeepsBatchVariance = true })
                        )
                );
            }
        }

        return true;
    }

    private void Compare(Evaluation first, Evaluation second)
    {
        foreach (var name in left.Results.Intersect(right.Results, StringComparer.Ordinal))
        {
            if (first.Output(name) is { } output && second.Output(name) is { } other)
            {
                Note(DeviationKind.Output, name, Between(output, other, first.Mask(output)));
            }
        }

        Note(DeviationKind.Loss, "objective", Between(first.Objective.Array, second.Objective.Array));
        foreach (var loss in first.Losses)
        {
            if (second.Losses.FirstOrDefault(other => other.Layer.Path == loss.Layer.Path) is { } other)
            {
                Note(DeviationKind.Loss, loss.Layer.Path, Between(loss.Sum.Array, other.Sum.Array));
            }
        }
    }

    private void CompareTraining(
        Evaluation first,
        Evaluation second,
        Func<(Evaluation First, Evaluation Second)> withBatchVariance
    )
    {
        foreach (var name in left.Trained.Union(right.Trained, StringComparer.Ordinal))
        {
            Note(DeviationKind.Gradient, name, Between(first.Gradient(name), second.Gradient(name)));
        }

        var (after, otherAfter) = (first.Assigned(), second.Assigned());
        (IReadOnlyDictionary<string, NdArray> First, IReadOnlyDictionary<string, NdArray> Second)? batch = null;
        foreach (var name in after.Keys.Union(otherAfter.Keys, StringComparer.Ordinal))
        {
            var deviation = Between(after.GetValueOrDefault(name), otherAfter.GetValueOrDefault(name));
            if (deviation > tolerance)
            {
                if (batch is null)
                {
                    var (again, otherAgain) = withBatchVariance();
                    batch = (again.Assigned(), otherAgain.Assigned());
                }

                var known = Between(
                    batch.Value.First.GetValueOrDefault(name),
                    batch.Value.Second.GetValueOrDefault(name)
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

    // What nothing depends on has no gradient, or one of zeros.
    private static double Between(NdArray? first, NdArray? second)
    {
        if (first is null || second is null)
        {
            var there = first ?? second;
            return there is null || Array.TrueForAll(there.Data, number => Math.Abs(number) < Smallest * Smallest)
                ? 0
                : double.PositiveInfinity;
        }

        return Between(first, second, null);
    }

    private static double Between(Datum first, Datum second, NdArray? mask)
    {
        var order = Order(first.Type, second.Type);
        return Between(
            first.Value.Array,
            order is null ? second.Value.Array : second.Value.Array.Permute([.. order]),
            mask
        );
    }

    private static double Between(NdArray first, NdArray second, NdArray? mask)
    {
        if (!first.Shape.SequenceEqual(second.Shape))
        {
            return double.PositiveInfinity;
        }

        var counts = mask is null ? null : Broadcasting.Fill(mask, first.Shape).Data;
        var (difference, scale) = (0.0, Smallest);
        for (var place = 0; place < first.Count; place++)
        {
            if (counts?[place] == 0 || first.Data[place].Equals(second.Data[place]))
            {
                continue;
            }

            difference = Math.Max(difference, Math.Abs(first.Data[place] - second.Data[place]));
            scale = Math.Max(scale, Math.Abs(first.Data[place]));
        }

        return difference / scale;
    }

    // The same axes may stand in another order; those of the second, by name.
    private static List<int>? Order(TensorType first, TensorType second)
    {
        var order = new List<int>();
        foreach (var axis in first.Axes)
        {
            order.Add(
                Enumerable
                    .Range(0, second.Rank)
                    .FirstOrDefault(index => !order.Contains(index) && IsLike(second.Axes[index], axis), -1)
            );
        }

        return order.Contains(-1) || first.Rank != second.Rank ? null : order;
    }

    private static bool IsLike(Axis left, Axis right) =>
        left.IsBatch ? right.IsBatch : left.Name == right.Name && left.Size == right.Size;
}
