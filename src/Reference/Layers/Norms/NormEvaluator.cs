using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>norm</c>: normalised over any axes, padding and all, scaled and shifted along others.</summary>
internal sealed class NormEvaluator : ILayerEvaluator
{
    private const double DefaultEpsilon = 1e-6;

    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "axes", "param_shape", "scale", "bias", "epsilon"];

    public Value? Evaluate(LayerStep step)
    {
        var option = step.Call.IsGiven("axis") ? "axis" : "axes";
        if (step.Input() is not { } input || step.Call.AxesOf(input.Type, option) is not { } axes)
        {
            return step.Refuse(option);
        }

        var value = Normalization.Of(input.Value, axes, step.Call.Real("epsilon") ?? DefaultEpsilon);
        ImmutableArray<OptionValue> described = step.Call.IsGiven("param_shape")
            ? step.Call.List("param_shape")
            : ["F"];
        if (step.Call.Flag("scale", otherwise: true))
        {
            if (Along(step, input, "scale", described) is not { } scale)
            {
                return null;
            }

            value *= scale;
        }

        if (step.Call.Flag("bias", otherwise: true))
        {
            if (Along(step, input, "bias", described) is not { } bias)
            {
                return null;
            }

            value += bias;
        }

        return value;
    }

    private static Value? Along(LayerStep step, Datum input, string name, ImmutableArray<OptionValue> described)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var item in described)
        {
            if (step.Call.AxisOf(input.Type, "param_shape", item) is not { } place)
            {
                return step.Refuse("param_shape");
            }

            places.Add(place);
        }

        return step.Parameter(name) is { } parameter
            ? Alignment.At(parameter, places.ToImmutable(), input.Type.Rank)
            : null;
    }
}
