using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>prefix_in_time</c>: a number before the first entry of each sequence, once or more.</summary>
internal sealed class PrefixInTimeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis", "prefix", "repeat"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        if (step.Call.NamesLayer("repeat"))
        {
            return step.Refuse("repeat");
        }

        var repeat = step.Call.Integer("repeat") ?? 1;
        var indices = Enumerable.Range(-repeat, repeat + input.Value.Shape[axis]).Select(index => Math.Max(index, -1));
        return input.Value.Take(axis, [.. indices], Numbers.Of(step.Call.Option("prefix")) ?? 0);
    }
}
