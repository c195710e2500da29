using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>squeeze</c>: without axes of one entry.</summary>
internal sealed class SqueezeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        if (step.Call.Text("axis") == "auto")
        {
            return step.Refuse("axis");
        }

        return step.Call.AxesOf(input.Type, "axis") is { } axes ? input.Value.Remove(axes) : step.Refuse("axis");
    }
}
