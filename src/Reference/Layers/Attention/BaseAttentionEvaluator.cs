namespace NetDsl.Reference;

/// <summary><c>dot_attention</c> and <c>concat_attention</c>: the frames of a base, summed with weights that a query gives them.</summary>
internal sealed class BaseAttentionEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "base", "base_ctx", "energy_factor"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { Type: { Rank: 2, BatchIndex: { } batch, TimeIndex: null } } query
            || Frames(step, "base") is not { } frames
            || Frames(step, "base_ctx") is not { } context
        )
        {
            return step.Refuse("base");
        }

        // Batch, time, features.
        var source = query.Value.Move(batch, 0).Insert(1);
        var products = context.Value * source;
        if (step.Call.LayerClass == "concat_attention")
        {
            if (step.Parameter("v") is not { } weights)
            {
                return null;
            }

            products = (context.Value + source).Apply(Unary.Tanh) * Alignment.At(weights, [2], 3);
        }

        var energy = products.Sum(2) * (step.Call.Real("energy_factor") is { } factor and not 0 ? factor : 1);
        var mask = step.Mask(frames.Type, 1, frames.Value.Shape[1]);
        energy = mask is null ? energy : Value.Constant(mask).Choose(energy, Value.Constant(double.NegativeInfinity));
        return (energy.Softmax(1) * frames.Value).Sum(1).Remove(1);
    }

    private static Datum? Frames(LayerStep step, string option) =>
        step.Other(option)
            is { Type: { Rank: 3, BatchIndex: { } batch, TimeIndex: { } time, FeatureIndex: { } feature } } datum
            ? new(
                new NetDsl.Layers.TensorType(
                    [datum.Type.Axes[batch], datum.Type.Axes[time], datum.Type.Axes[feature]],
                    datum.Type.DataType
                ),
                datum.Value.Permute(batch, time, feature)
            )
            : null;
}
