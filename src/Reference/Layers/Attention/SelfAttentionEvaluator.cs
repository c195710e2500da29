using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>self_attention</c>: each frame attends to those of its sequence, in several heads; in a loop, to those of the steps so far.</summary>
internal sealed class SelfAttentionEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "num_heads", "total_key_dim", "key_shift", "attention_left_only", "attention_dropout"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { } given
            || FeaturesLast(given) is not { Type: { BatchIndex: { } batch } } input
            || Projected(step, input) is not { } value
        )
        {
            return null;
        }

        var isStep = input.Type.TimeIndex is null;
        if (value.Rank != (isStep ? 2 : 3) || (isStep && !step.Call.Flag("attention_left_only")))
        {
            return step.Refuse(isStep ? "attention_left_only" : "from");
        }

        var time = input.Type.TimeIndex ?? 1;
        value = isStep ? value.Insert(1) : value.Permute(batch, time, 2);
        var (sequences, frames) = (value.Shape[0], value.Shape[1]);
        var heads = step.Call.Integer("num_heads")!.Value;
        var keys = step.Call.Integer("total_key_dim")!.Value / heads;
        var width = value.Shape[2] / heads;
        value = value.Reshape(sequences, frames, heads, width);
        var query = value.Slice(3, 0, keys) * Math.Pow(keys, -0.5);
        var (key, seen) = (value.Slice(3, keys, keys), value.Slice(3, 2 * keys, width - (2 * keys)));
        if (isStep)
        {
            (key, seen) = Remembered(step, key, seen);
        }

        if (Energy(step, query, key) is not { } energy)
        {
            return null;
        }

        var mask = isStep ? null : Mask(step, input.Type, batch, time, frames);
        energy = mask is null ? energy : Value.Constant(mask).Choose(energy, Value.Constant(double.NegativeInfinity));
        var weights = energy.Softmax(3);
        if (step.IsTraining && step.Call.Real("attention_dropout") is { } rate and not 0)
        {
            weights = Dropout.Apply(step, new(new TensorType([]), weights), rate, weights.Shape);
        }

        var result = Value.Of(new Contract([0, 1, 2, 3], [0, 3, 1, 4], [0, 2, 1, 4]), weights, seen);
        var size = heads * seen.Shape[3];
        return isStep ? result.Reshape(sequences, size) : result.Reshape(sequences, frames, size);
    }

    private static Datum FeaturesLast(Datum input) =>
        input.Type.FeatureIndex is { } feature
            ? new(input.Type.FeatureLast(), input.Value.Move(feature, input.Type.Rank - 1))
            : input;

    // The input's axes, but for features those of query, key and value of each head.
    private static Value? Projected(LayerStep step, Datum input)
    {
        if (step.Parameter("QKV") is not { } projection)
        {
            return null;
        }

        if (input.Type.Sparse is not null)
        {
            return Rows.Of(projection, input.Value.Array);
        }

        ImmutableArray<int> axes = [.. Enumerable.Range(0, input.Type.Rank)];
        var (feature, made) = (axes[^1], input.Type.Rank);
        return Value.Of(new Contract(axes, [feature, made], axes.SetItem(feature, made)), input.Value, projection);
    }

    // What the steps before made, and what this one does.
    private static (Value Keys, Value Values) Remembered(LayerStep step, Value key, Value value)
    {
        if (step.State.CellStates.TryGetValue(step.Layer, out var before))
        {
            (key, value) = (new[] { before[0], key }.Join(1), new[] { before[1], value }.Join(1));
        }

        step.State.CellStates[step.Layer] = [key, value];
        return (key, value);
    }

    // Sequence, head, query, key.
    private static Value? Energy(LayerStep step, Value query, Value key)
    {
        var energy = Value.Of(new Contract([0, 2, 1, 4], [0, 3, 1, 4], [0, 1, 2, 3]), query, key);
        if (!step.Call.Has("key_shift"))
        {
            return energy;
        }

        if (step.Other("key_shift") is not { } shift)
        {
            return null;
        }

        // In a loop it is of the one query there is.
        var ofQueries = shift.Value.Rank == 2 ? shift.Value.Insert(0) : shift.Value;
        return energy + Value.Of(new Contract([0, 2, 1, 4], [2, 3, 4], [0, 1, 2, 3]), query, ofQueries);
    }

    // What is left of it, padding or not; or all frames.
    private static NdArray? Mask(LayerStep step, TensorType type, int batch, int time, int frames)
    {
        if (!step.Call.Flag("attention_left_only"))
        {
            return step.Mask(type, time, frames) is { } mask
                ? mask.Permute([batch, time, .. Enumerable.Range(2, type.Rank - 2)])
                    .Reshape([mask.Shape[batch], 1, 1, frames])
                : null;
        }

        var triangle = NdArray.Zeros([1, 1, frames, frames]);
        for (var place = 0; place < triangle.Count; place++)
        {
            triangle.Data[place] = place % frames <= place / frames ? 1 : 0;
        }

        return triangle;
    }
}
