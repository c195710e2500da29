using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>weighted_sum</c>: a sum with weights over whole axes, or over a window that moves along them.</summary>
internal sealed class WeightedSumEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axes", "padding", "size", "keep_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.Parameter("W") is not { } weights)
        {
            return null;
        }

        if (step.Call.AxesOf(input.Type, "axes") is not { } axes)
        {
            return step.Refuse("axes");
        }

        OptionValue padding = step.Call.Text("padding") ?? "valid";
        axes = [.. axes.Order()];
        var value = input.Value;
        var inside = ImmutableArray.CreateBuilder<int>();
        for (var index = 0; index < axes.Length; index++)
        {
            var place = axes[index] + index;
            var isDynamic = input.Type.Axes[axes[index]].Size is null;
            if (Windows.Of(value.Shape[place], weights.Shape[index], 1, 1, padding, isDynamic) is not { } windows)
            {
                return step.Refuse("padding");
            }

            value = windows.Apply(value, place);
            inside.Add(place + 1);
        }

        var made = inside.ToImmutable();
        value = (value * Alignment.At(weights, made, value.Rank)).Sum(made).Remove(made);
        return step.Call.Flag("keep_dims", otherwise: step.Call.Has("size")) ? value : value.Remove(axes);
    }
}
