using System.Globalization;

namespace NetDsl;

/// <summary>How a derived dim was made, so that the emitted config can make it the same way.</summary>
internal sealed record DimExpression(DimOperator Operator, DimOperand Left, DimOperand Right)
{
    private const int LongestPart = 40;

    /// <summary>The formula, as messages show it.</summary>
    internal string Name
    {
        get
        {
            var (left, right) = (Show(Left), Show(Right));
            return Operator switch
            {
                DimOperator.Add => $"{left}+{right}",
                DimOperator.Subtract => $"{left}-{right}",
                DimOperator.Multiply => $"{left}*{right}",
                DimOperator.Divide => $"{left}/{right}",
                DimOperator.DivideLeft => $"{left}/l {right}",
                DimOperator.FloorDivide => $"{left}//{right}",
                DimOperator.CeilDivide => $"ceil({left}/{right})",
                DimOperator.CeilDivideLeft => $"ceil({left}/l {right})",
                _ => throw new InvalidOperationException($"No name for {Operator}."),
            };
        }
    }

    /// <summary>The number of entries, or null if it is not known of both operands.</summary>
    /// <exception cref="ArgumentException">An exact division leaves a remainder.</exception>
    internal int? Size
    {
        get
        {
            if (Left.Size is not { } left || Right.Size is not { } right)
            {
                return null;
            }

            return Operator switch
            {
                DimOperator.Add => checked(left + right),
                DimOperator.Subtract => left - right,
                DimOperator.Multiply => checked(left * right),
                DimOperator.Divide or DimOperator.DivideLeft => Quotient(left, right),
                DimOperator.FloorDivide => left / right,
                DimOperator.CeilDivide or DimOperator.CeilDivideLeft => (left / right) + (left % right == 0 ? 0 : 1),
                _ => throw new InvalidOperationException($"No size for {Operator}."),
            };
        }
    }

    private int Quotient(int left, int right) =>
        left % right == 0
            ? left / right
            : throw new ArgumentException(
                FormattableString.Invariant($"Dim \"{Name}\" is no whole number: {right} is no divisor of {left}.")
            );

    private static string Show(DimOperand operand) =>
        operand.Dim switch
        {
            null => operand.Number.ToString(CultureInfo.InvariantCulture),
            { Expression: null } plain => plain.Name,
            // Names of long chains would grow with each step; the expression itself is kept.
            { Name.Length: > LongestPart } compound => $"({compound.Name[..LongestPart]}...)",
            var compound => $"({compound.Name})",
        };
}
