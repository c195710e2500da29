using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>self_attention</c>: each frame attends to those of its sequence, in several heads.</summary>
internal sealed class SelfAttentionEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options =>
        [
            "num_heads",
            "total_key_dim",
            "key_shift",
            "attention_left_only",
            "attention_dropout",
            "forward_weights_init",
            "dropout",
            "dropout_axis",
            "dropout_noise_shape",
            "dropout_on_forward",
        ];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { Type: { BatchIndex: { } batch, FeatureIndex: { } feature } } input
            || step.Parameter("QKV") is not { } projection
        )
        {
            return null;
        }

        if (input.Type.TimeIndex is not { } time || input.Type.Rank != 3)
        {
            return step.Refuse("from");
        }

        var heads = step.Call.Integer("num_heads")!.Value;
        var keys = step.Call.Integer("total_key_dim")!.Value / heads;
        var value = Value.Of(
            new Contract([0, 1, 2], [2, 3], [0, 1, 3]),
            input.Value.Permute(batch, time, feature),
            projection
        );
        var (sequences, frames, width) = (value.Shape[0], value.Shape[1], value.Shape[2] / heads);
        value = value.Reshape(sequences, frames, heads, width);
        var query = value.Slice(3, 0, keys) * Math.Pow(keys, -0.5);
        var key = value.Slice(3, keys, keys);

        // Sequence, head, query, key.
        var energy = Value.Of(new Contract([0, 2, 1, 4], [0, 3, 1, 4], [0, 1, 2, 3]), query, key);
        if (step.Call.Has("key_shift"))
        {
            if (step.Other("key_shift") is not { } shift)
            {
                return null;
            }

            energy += Value.Of(new Contract([0, 2, 1, 4], [2, 3, 4], [0, 1, 2, 3]), query, shift.Value);
        }

        var mask = Mask(step, input.Type, batch, time, feature, frames);
        energy = mask is null ? energy : Value.Constant(mask).Choose(energy, Value.Constant(double.NegativeInfinity));
        var values = value.Slice(3, 2 * keys, width - (2 * keys));
        var weights = energy.Softmax(3);
        if (step.IsTraining && step.Call.Real("attention_dropout") is { } rate and not 0)
        {
            weights = Dropout.Apply(step, new(new TensorType([]), weights), rate, weights.Shape);
        }

        var result = Value.Of(new Contract([0, 1, 2, 3], [0, 3, 1, 4], [0, 2, 1, 4]), weights, values);
        return result.Reshape(sequences, frames, heads * (width - (2 * keys)));
    }

    // What is left of it, padding or not; or all frames.
    private static NdArray? Mask(LayerStep step, TensorType type, int batch, int time, int feature, int frames)
    {
        if (!step.Call.Flag("attention_left_only"))
        {
            return step.Mask(type, time, frames) is { } mask
                ? mask.Permute([batch, time, feature]).Reshape([mask.Shape[batch], 1, 1, frames])
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
