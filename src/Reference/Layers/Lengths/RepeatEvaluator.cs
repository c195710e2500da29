namespace NetDsl.Reference;

/// <summary><c>repeat</c>: each entry along an axis as often as a number says; sequences end up with lengths of their own.</summary>
internal sealed class RepeatEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "repetitions", "axis"];

    public Value? Evaluate(LayerStep step)
    {
        var times = step.Call.Integer("repetitions");
        var layer = times is null ? step.Other("repetitions") : null;
        if (step.Input() is not { } input || (times is null && layer is null))
        {
            return null;
        }

        if (input.Type.BatchIndex is { } batch)
        {
            input = new(input.Type.BatchMajor(), input.Value.Move(batch, 0));
        }
        else if (layer?.Type.BatchIndex is { } other)
        {
            var shape = input.Value.Shape.Insert(0, layer.Value.Shape[other]);
            input = new(input.Type.Insert(layer.Type.Axes[other], 0), input.Value.Insert(0).Expand(shape));
        }

        if (step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        var hasBatch = input.Type.BatchIndex is not null;
        var value = input.Value.Move(axis, hasBatch ? 1 : 0);
        value = hasBatch ? value : value.Insert(0);
        var (sequences, entries) = (value.Shape[0], value.Shape[1]);
        var counts = Counts(step, input, axis, layer, times ?? 0, sequences, entries);
        return Repeated(step, value, counts, hasBatch);
    }

    private static Value Repeated(LayerStep step, Value value, int[][] counts, bool hasBatch)
    {
        var (sequences, entries) = (value.Shape[0], value.Shape[1]);
        var rows = counts.Select((row, sequence) => Rows(row, sequence * entries).ToList()).ToList();
        var longest = rows.Max(row => row.Count);
        var places = rows.SelectMany(row => row.Concat(Enumerable.Repeat(-1, longest - row.Count))).ToList();
        var output = value
            .Reshape([sequences * entries, .. value.Shape[2..]])
            .Take(0, places)
            .Reshape([sequences, longest, .. value.Shape[2..]]);
        var made = step.Type.Axes[hasBatch ? 1 : 0];
        if (made.Size is null && step.Lengths.Of(made) is null)
        {
            step.Lengths.Set(made, [.. rows.Select(row => row.Count)]);
        }

        return hasBatch ? output : output.Remove(0);
    }

    // Padding is not repeated.
    private static int[][] Counts(
        LayerStep step,
        Datum input,
        int axis,
        Datum? layer,
        int times,
        int sequences,
        int entries
    )
    {
        var counts = new int[sequences][];
        var lengths = step.Lengths.Of(input.Type.Axes[axis]);
        var batch = layer?.Type.BatchIndex;
        var along = layer is null
            ? -1
            : Enumerable.Range(0, layer.Type.Rank).FirstOrDefault(place => place != batch, -1);
        var strides = layer is null ? [] : NdArray.StridesOf(layer.Value.Shape);
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            counts[sequence] = new int[entries];
            for (var entry = 0; entry < Math.Min(entries, lengths?[sequence] ?? entries); entry++)
            {
                var place =
                    (batch is { } first ? sequence * strides[first] : 0) + (along < 0 ? 0 : entry * strides[along]);
                counts[sequence][entry] = layer is null ? times : Math.Max((int)layer.Value.Array.Data[place], 0);
            }
        }

        return counts;
    }

    private static IEnumerable<int> Rows(int[] counts, int first)
    {
        for (var entry = 0; entry < counts.Length; entry++)
        {
            for (var time = 0; time < counts[entry]; time++)
            {
                yield return first + entry;
            }
        }
    }
}
