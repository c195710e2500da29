namespace NetDsl.Reference;

/// <summary><c>switch</c>: entry by entry one of two layers or numbers.</summary>
internal sealed class SwitchEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["condition", "true_from", "false_from"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Other("condition") is not { } condition
            || step.Aligned(condition, step.Type) is not { } chosen
            || Branch(step, "true_from") is not { } then
            || Branch(step, "false_from") is not { } otherwise
        )
        {
            return null;
        }

        return chosen.Stop().Choose(then, otherwise);
    }

    private static Value? Branch(LayerStep step, string option) =>
        Numbers.Of(step.Call.Option(option)) is { } number ? Value.Constant(number)
        : step.Other(option) is { } layer ? step.Aligned(layer, step.Type)
        : null;
}
