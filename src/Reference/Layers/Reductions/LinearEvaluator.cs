using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>linear</c> and <c>softmax</c>: features times a matrix, plus a bias, through an activation. Class indices look up rows.</summary>
internal sealed class LinearEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "activation", "with_bias", "use_transposed_weights", "grad_filter"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.Parameter("W") is not { } weights)
        {
            return null;
        }

        if (step.Call.Has("grad_filter") || step.Type.FeatureIndex is not { } feature)
        {
            return step.Refuse("grad_filter");
        }

        weights = step.Call.Flag("use_transposed_weights") ? weights.Permute(1, 0) : weights;
        var value = input.Type.Sparse is null
            ? Multiplied(input, weights, feature)
            : Rows.Of(weights, input.Value.Array).Move(input.Type.Rank, feature);
        if (step.Call.Flag("with_bias", otherwise: true))
        {
            if (step.Parameter("b") is not { } bias)
            {
                return null;
            }

            value += Alignment.At(bias, [feature], step.Type.Rank);
        }

        step.State.BeforeActivation[step.Layer] = value;
        return step.Call.LayerClass == "softmax" && !step.Call.IsGiven("activation")
            ? value.Softmax(feature)
            : Activation.Apply(step, value, feature);
    }

    private static Value Multiplied(Datum input, Value weights, int feature)
    {
        var before = input.Type.FeatureIndex!.Value;
        ImmutableArray<int> axes = [.. Enumerable.Range(0, input.Type.Rank)];
        var made = input.Type.Rank;
        var output = axes.RemoveAt(before).Insert(feature, made);
        return Value.Of(new Contract(axes, [before, made], output), input.Value, weights);
    }
}
