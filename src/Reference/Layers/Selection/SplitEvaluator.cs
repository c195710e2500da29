using System.Globalization;

namespace NetDsl.Reference;

/// <summary><c>split</c>: one axis in parts, each an output of its own; the main output is the input.</summary>
internal sealed class SplitEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "num_splits", "size_splits", "out_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "feature") is not { } axis)
        {
            return null;
        }

        var parts = step.State.Net[step.Layer].Outputs;
        var start = 0;
        for (var number = 0; number < parts.Count; number++)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            var size = parts[name].Axes[axis].Size!.Value;
            step.Part(name, new(parts[name], input.Value.Slice(axis, start, size)));
            start += size;
        }

        return input.Value;
    }
}
