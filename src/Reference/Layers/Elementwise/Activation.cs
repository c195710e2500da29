namespace NetDsl.Reference;

/// <summary>The option <c>activation</c> of many classes: a function by its name, or an expression (get_activation_function).</summary>
internal static class Activation
{
    private const string Operators = "+-*/";

    /// <summary>The function of the layer applied; null if it is not known, and the step then says so.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="value">The numbers.</param>
    /// <param name="feature">The axis of softmax.</param>
    /// <param name="option">The option that names the function.</param>
    internal static Value? Apply(LayerStep step, Value value, int? feature, string option = "activation")
    {
        if (step.Call.Text(option) is not { } name)
        {
            return step.Call.Has(option) ? step.Refuse(option) : value;
        }

        return Of(name, value, feature) ?? step.Refuse(option);
    }

    private static Value? Of(string name, Value value, int? feature) =>
        name switch
        {
            "" or "none" or "identity" or "real" or "conj" => value,
            "stop_gradient" => value.Stop(),
            "zeros_like" => value.Stop() * 0,
            "ones_like" => value.Stop() * 0 + 1,
            "softmax" or "softmax_v2" when feature is { } axis => value.Softmax(axis),
            "log_softmax" when feature is { } axis => value.LogSoftmax(axis),
            _ when name.Contains('(', StringComparison.Ordinal) => Expression(name, value),
            _ when name.AsSpan().IndexOfAny(Operators) >= 0 => Combined(name, value, feature),
            _ => Unary.Named(name) is { } function ? value.Apply(function) : null,
        };

    // The body of a function of x.
    private static Value? Expression(string text, Value value) =>
        ExpressionParser.Parse(text, variable: "x") is { } formula ? FormulaEvaluation.Of(formula, [value]) : null;

    // Two functions or numbers with a sign between, as "2 * sigmoid"; RETURNN looks for the signs in this order.
    private static Value? Combined(string text, Value value, int? feature)
    {
        var sign = Operators.First(text.Contains);
        if (text.Split(sign) is not [var left, var right])
        {
            return null;
        }

        if (Operand(left) is not { } first || Operand(right) is not { } second)
        {
            return null;
        }

        return sign switch
        {
            '+' => first + second,
            '-' => first - second,
            '*' => first * second,
            _ => first / second,
        };

        Value? Operand(string part) =>
            double.TryParse(part.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? Value.Constant(number)
                : Of(part.Trim(), value, feature);
    }
}
