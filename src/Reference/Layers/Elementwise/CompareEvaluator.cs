namespace NetDsl.Reference;

/// <summary><c>compare</c>: whether the sources, and a number behind them, are in order.</summary>
internal sealed class CompareEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["kind", "value"];

    public Value? Evaluate(LayerStep step)
    {
        if (Binary.Named(step.Call.Text("kind") ?? "equal") is not { } function)
        {
            return step.Refuse("kind");
        }

        var operands = new List<Value>();
        foreach (var source in step.Sources)
        {
            if (step.Aligned(source, step.Type) is not { } aligned)
            {
                return null;
            }

            operands.Add(aligned.Stop());
        }

        if (step.Call.Has("value"))
        {
            if (Numbers.Of(step.Call.Option("value")) is not { } number)
            {
                return step.Refuse("value");
            }

            operands.Add(Value.Constant(number));
        }

        var result = operands[0].Combine(function, operands[1]);
        for (var index = 2; index < operands.Count; index++)
        {
            result = result.Combine(Binary.And, operands[index - 1].Combine(function, operands[index]));
        }

        return result;
    }
}
