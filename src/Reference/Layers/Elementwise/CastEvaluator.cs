namespace NetDsl.Reference;

/// <summary><c>cast</c>: the same numbers in another type; whole ones lose what is behind the point.</summary>
internal sealed class CastEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options => ["dtype", "output"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        return step.Type.DataType switch
        {
            "bool" => input.Value.Apply(Unary.IsNotZero),
            var name when name.Contains("int", StringComparison.Ordinal) => input.Value.Apply(Unary.Truncate),
            _ => input.Value,
        };
    }
}
