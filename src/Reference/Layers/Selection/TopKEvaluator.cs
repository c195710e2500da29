using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>top_k</c>: the largest entries along one or several axes, the largest first, and where they were.</summary>
internal sealed class TopKEvaluator : ILayerEvaluator
{
    // What TensorFlow holds for the least number of a float32.
    private const double Least = -3.4028234663852886e38;

    public IReadOnlyCollection<string> Options { get; } = ["axis", "k", "k_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Sources is not [var source] || Count(step) is not { } count)
        {
            return null;
        }

        var axes = ImmutableArray.CreateBuilder<int>();
        foreach (var value in step.Call.List("axis"))
        {
            if (step.Call.AxisOf(source.Type, "axis", value) is not { } axis)
            {
                return step.Refuse("axis");
            }

            axes.Add(axis);
        }

        ImmutableArray<int> rest = [.. Enumerable.Range(0, source.Type.Rank).Where(axis => !axes.Contains(axis))];
        var masked = source.Value;
        foreach (var axis in axes)
        {
            masked = step.Mask(source.Type, axis, source.Value.Shape[axis]) is { } mask
                ? Value.Constant(mask).Choose(masked, Value.Constant(Least))
                : masked;
        }

        var ordered = masked.Permute([.. rest, .. axes]);
        return Best(step, source, ordered, axes.ToImmutable(), rest.Length, count);
    }

    private static Value Best(LayerStep step, Datum source, Value value, ImmutableArray<int> axes, int rest, int count)
    {
        var rows = NdArray.CountOf(value.Shape[..rest]);
        var entries = NdArray.CountOf(value.Shape[rest..]);
        ImmutableArray<int> shape = [.. value.Shape[..rest], count];
        var places = new int[rows * count];
        for (var row = 0; row < rows; row++)
        {
            // Of equal ones the first.
            var order = Enumerable
                .Range(row * entries, entries)
                .OrderByDescending(place => value.Array.Data[place])
                .Take(count);
            foreach (var (rank, place) in order.Index())
            {
                places[(row * count) + rank] = place;
            }
        }

        AddIndices(step, source, axes, shape, [.. places.Select(place => place % entries)]);
        return Value.Of(new Pick(shape, places), value);
    }

    private static void AddIndices(
        LayerStep step,
        Datum source,
        ImmutableArray<int> axes,
        ImmutableArray<int> shape,
        int[] indices
    )
    {
        var parts = step.State.Net[step.Layer].Outputs;
        for (var number = axes.Length - 1; number >= 0; number--)
        {
            var size = source.Value.Shape[axes[number]];
            var name = parts.ContainsKey("indices")
                ? "indices"
                : string.Create(CultureInfo.InvariantCulture, $"indices{number}");
            var numbers = indices.Select(index => (double)(index % size)).ToArray();
            step.Part(name, new(parts[name], Value.Constant(new NdArray(shape, numbers))));
            indices = [.. indices.Select(index => index / size)];
        }
    }

    private static int? Count(LayerStep step)
    {
        if (step.Call.Integer("k") is { } number)
        {
            return number;
        }

        if (step.Other("k") is { } layer)
        {
            return (int)layer.Value.Array.Data.Max();
        }

        step.Refuse("k");
        return null;
    }
}
