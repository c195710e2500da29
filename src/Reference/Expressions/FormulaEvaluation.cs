namespace NetDsl.Reference;

/// <summary>The value of a formula.</summary>
internal static class FormulaEvaluation
{
    /// <summary>As deep as the text was; null if a function or source is not known.</summary>
    internal static Value? Of(Formula formula, IReadOnlyList<Value> sources) =>
        formula switch
        {
            NumberFormula number => Value.Constant(number.Number),
            SourceFormula source => source.Index < sources.Count ? sources[source.Index] : null,
            CallFormula { Function: "cast", Arguments: [var operand, TypeFormula type] } => Of(operand, sources)
                is { } cast
                ? CastEvaluator.Cast(cast, type.Name)
                : null,
            CallFormula call => OfCall(call, sources),
            _ => null,
        };

    private static Value? OfCall(CallFormula call, IReadOnlyList<Value> sources)
    {
        var arguments = new List<Value>();
        foreach (var argument in call.Arguments)
        {
            if (Of(argument, sources) is not { } value)
            {
                return null;
            }

            arguments.Add(value);
        }

        return arguments switch
        {
            [var single] when call.Function is "identity" or "constant" or "convert_to_tensor" => single,
            [var single] when call.Function == "stop_gradient" => single.Stop(),
            [var single] when call.Function == "zeros_like" => single.Stop() * 0,
            [var single] when call.Function == "ones_like" => single.Stop() * 0 + 1,
            [var single] => UnaryOf(call.Function) is { } function ? single.Apply(function) : null,
            [var left, var right] => BinaryOf(call.Function) is { } function ? left.Combine(function, right) : null,
            [var condition, var then, var otherwise] when call.Function == "where" => condition.Choose(then, otherwise),
            [var value, var lowest, var highest] when call.Function == "clip_by_value" => value
                .Combine(Binary.Maximum, lowest)
                .Combine(Binary.Minimum, highest),
            _ => null,
        };
    }

    private static Unary? UnaryOf(string function) => Unary.Named(function);

    private static Binary? BinaryOf(string function) =>
        function switch
        {
            "subtract" => Binary.Subtract,
            "multiply" => Binary.Multiply,
            "divide" => Binary.Divide,
            "floormod" => Binary.Modulo,
            "average" => null,
            "xlogy" => Binary.TimesLog,
            "sigmoid_cross_entropy_with_logits" => Binary.SigmoidCrossEntropy,
            _ => Binary.Named(function),
        };
}
