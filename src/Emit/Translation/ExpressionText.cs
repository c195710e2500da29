using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// Writes a formula in the Python of an <c>eval</c> layer. What it can be made of is known here, so that no name of a model ever gets
/// into code (contract 12).
/// </summary>
internal static class ExpressionText
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Sign = 3;

    /// <summary>The text; parentheses only where the order of computation needs them.</summary>
    internal static string Of(Expression formula)
    {
        var text = new StringBuilder();
        Append(text, formula, outer: 0);
        return text.ToString();
    }

    /// <summary>TensorFlow's name of a function, or null where the text of a formula has none for it.</summary>
    internal static string? Function(UnaryOperator op) =>
        op switch
        {
            UnaryOperator.Absolute => "tf.abs",
            UnaryOperator.Square => "tf.square",
            UnaryOperator.Sqrt => "tf.sqrt",
            UnaryOperator.Rsqrt => "tf.math.rsqrt",
            UnaryOperator.Exp => "tf.exp",
            UnaryOperator.Log => "tf.math.log",
            UnaryOperator.Relu => "tf.nn.relu",
            UnaryOperator.Sigmoid => "tf.sigmoid",
            UnaryOperator.Tanh => "tf.tanh",
            UnaryOperator.Swish => "tf.nn.swish",
            UnaryOperator.Elu => "tf.nn.elu",
            UnaryOperator.Selu => "tf.nn.selu",
            UnaryOperator.Softplus => "tf.nn.softplus",
            UnaryOperator.LogSigmoid => "tf.math.log_sigmoid",
            UnaryOperator.Sign => "tf.sign",
            UnaryOperator.Floor => "tf.floor",
            UnaryOperator.Ceil => "tf.math.ceil",
            UnaryOperator.Round => "tf.round",
            UnaryOperator.Cos => "tf.cos",
            UnaryOperator.Sin => "tf.sin",
            UnaryOperator.Not => "tf.logical_not",
            _ => null,
        };

    /// <summary>Whether a formula can have the function in it.</summary>
    internal static bool CanSay(UnaryOperator op) =>
        op is UnaryOperator.Negate or UnaryOperator.Reciprocal || Function(op) is not null;

    /// <summary>Whether a formula can have the function in it.</summary>
    internal static bool CanSay(BinaryOperator op) =>
        op is not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.LogAddExp);

    // As deep as a formula is, which is bounded.
    private static void Append(StringBuilder text, Expression formula, int outer)
    {
        switch (formula)
        {
            case SourceExpression source:
                text.Append("source(");
                LiteralFormatter.AppendInteger(text, source.Place);
                text.Append(')');
                break;
            case NumberExpression number:
                AppendNumber(text, number.Value);
                break;
            case UnaryExpression { Operator: UnaryOperator.Negate } negated:
                Enclosed(text, Sign, outer, () => Append(text.Append('-'), negated.Operand, Sign));
                break;
            case UnaryExpression { Operator: UnaryOperator.Reciprocal } inverse:
                Enclosed(text, Product, outer, () => Append(text.Append("1.0 / "), inverse.Operand, Product + 1));
                break;
            case UnaryExpression unary:
                Call(text, Function(unary.Operator)!, unary.Operand);
                break;
            case BinaryExpression binary when Infix(binary.Operator) is { } infix:
                var own = infix is '+' or '-' ? Sum : Product;
                Enclosed(
                    text,
                    own,
                    outer,
                    () =>
                    {
                        Append(text, binary.Left, own);
                        text.Append(' ').Append(infix).Append(' ');
                        Append(text, binary.Right, own + 1);
                    }
                );
                break;
            case BinaryExpression binary:
                Call(text, Function(binary.Operator), binary.Left, binary.Right);
                break;
        }
    }

    private static void Enclosed(StringBuilder text, int own, int outer, Action append)
    {
        if (own >= outer)
        {
            append();
            return;
        }

        text.Append('(');
        append();
        text.Append(')');
    }

    private static void Call(StringBuilder text, string function, params ReadOnlySpan<Expression> operands)
    {
        text.Append(function).Append('(');
        for (var place = 0; place < operands.Length; place++)
        {
            Append(place == 0 ? text : text.Append(", "), operands[place], outer: 0);
        }

        text.Append(')');
    }

    private static void AppendNumber(StringBuilder text, OptionValue number)
    {
        var start = text.Length;
        switch (number)
        {
            case IntegerValue integer:
                LiteralFormatter.AppendInteger(text, integer.Value);
                break;
            case RealValue real:
                LiteralFormatter.AppendReal(text, real.Value);
                break;
        }

        if (text[start] == '-')
        {
            text.Insert(start, '(').Append(')');
        }
    }

    private static char? Infix(BinaryOperator op) =>
        op switch
        {
            BinaryOperator.Add => '+',
            BinaryOperator.Subtract => '-',
            BinaryOperator.Multiply => '*',
            BinaryOperator.Divide => '/',
            _ => null,
        };

    private static string Function(BinaryOperator op) =>
        op switch
        {
            BinaryOperator.Maximum => "tf.maximum",
            BinaryOperator.Minimum => "tf.minimum",
            BinaryOperator.Power => "tf.pow",
            BinaryOperator.SquaredDifference => "tf.math.squared_difference",
            BinaryOperator.FloorDivide => "tf.math.floordiv",
            BinaryOperator.Modulo => "tf.math.floormod",
            _ => throw new InvalidOperationException($"{op} has no number as operand."),
        };
}
