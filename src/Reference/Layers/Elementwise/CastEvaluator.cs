namespace NetDsl.Reference;

/// <summary><c>cast</c>: the same numbers in another type; whole ones lose what is behind the point.</summary>
internal sealed class CastEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "dtype"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        return Cast(input.Value, step.Type.DataType);
    }

    /// <summary>The same numbers in a type.</summary>
    internal static Value Cast(Value value, string type) =>
        type switch
        {
            "bool" => value.Apply(Unary.IsNotZero),
            _ when type.Contains("int", StringComparison.Ordinal) => value.Apply(Unary.Truncate),
            _ => value,
        };
}
