namespace NetDsl.Reference;

/// <summary><c>decide</c>: the source, batch first; of a search the best hypothesis of each sequence, in the place of all.</summary>
internal sealed class DecideEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["length_normalization"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Sources is not [var source]
            || step.Arranged(source.Value, source.Type.Axes) is not { } value
            || source.Type.BatchIndex is null
        )
        {
            return step.Refuse("from");
        }

        if (step.State.Beam is not { } beam || step.State.BeamScores is not { Length: > 0 } scores)
        {
            return value;
        }

        var time = step.Type.DynamicIndexes.Cast<int?>().FirstOrDefault(index => index != step.Type.BatchIndex);
        var lengths = time is { } index ? step.Lengths.Of(step.Type.Axes[index]) : null;
        var rows = new int[scores.Length];
        for (var first = 0; first < scores.Length; first += beam)
        {
            var best = Enumerable
                .Range(first, beam)
                .MaxBy(row =>
                    step.Call.Flag("length_normalization") ? scores[row] / (lengths?[row] ?? 1) : scores[row]
                );
            rows.AsSpan(first, beam).Fill(best);
        }

        if (time is not { } axis || lengths is not { } known)
        {
            return value.Take(0, rows);
        }

        // The longest may have been another one.
        step.Lengths.Set(step.Type.Axes[axis], [.. rows.Select(row => known[row])]);
        return value.Take(0, rows).Slice(axis, 0, rows.Max(row => known[row]));
    }
}
