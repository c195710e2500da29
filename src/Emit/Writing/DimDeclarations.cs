using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>The lines that declare dims: one variable each, operands before the dims derived from them (contract 11).</summary>
internal static class DimDeclarations
{
    /// <summary>One line for each declared dim.</summary>
    public static string Write(DimTable dims, DimNames names)
    {
        var text = new StringBuilder();
        foreach (var dim in dims.Declared)
        {
            text.Append(names.VariableOf(dim)).Append(" = ");
            if (dim.Expression is { } expression)
            {
                AppendExpression(text, expression, names);
            }
            else
            {
                AppendPlain(text, dim, names);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void AppendPlain(StringBuilder text, Dim dim, DimNames names)
    {
        text.Append(PythonImports.Dim).Append('(');
        if (dim.Size is { } size)
        {
            LiteralFormatter.AppendInteger(text, size);
        }
        else
        {
            text.Append("None");
        }

        text.Append(", name=");
        LiteralFormatter.AppendString(text, names.DescriptionOf(dim), ConfigFormat.Python);
        text.Append(CultureInfo.InvariantCulture, $", kind={PythonImports.Dim}.Types.{dim.Kind})");
    }

    private static void AppendExpression(StringBuilder text, DimExpression expression, DimNames names)
    {
        AppendOperand(text, expression.Left, names);
        text.Append(
            expression.Operator switch
            {
                DimOperator.Add => " + ",
                DimOperator.Subtract => " - ",
                DimOperator.Multiply => " * ",
                DimOperator.Divide => " / ",
                DimOperator.DivideLeft => ".div_left(",
                DimOperator.FloorDivide => " // ",
                DimOperator.CeilDivide => ".ceildiv_right(",
                DimOperator.CeilDivideLeft => ".ceildiv_left(",
                _ => throw new InvalidOperationException($"Python has no operator for {expression.Operator}."),
            }
        );
        AppendOperand(text, expression.Right, names);
        text.Append(
            expression.Operator is DimOperator.DivideLeft or DimOperator.CeilDivide or DimOperator.CeilDivideLeft
                ? ")"
                : ""
        );
    }

    private static void AppendOperand(StringBuilder text, DimOperand operand, DimNames names)
    {
        if (operand.Dim is { } dim)
        {
            text.Append(names.VariableOf(dim));
        }
        else if (operand.Number < 0)
        {
            LiteralFormatter.AppendInteger(text.Append('('), operand.Number);
            text.Append(')');
        }
        else
        {
            LiteralFormatter.AppendInteger(text, operand.Number);
        }
    }
}
