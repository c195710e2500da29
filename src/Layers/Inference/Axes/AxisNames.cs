using System.Buffers;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary>RETURNN's names of derived axes: the formula.</summary>
internal static class AxisNames
{
    // Formulas of long chains would grow with each step.
    private const int Longest = 400;

    private static readonly SearchValues<char> signs = SearchValues.Create("+-/ ");

    internal static string Of(AxisOperator op, Axis left, Axis right)
    {
        var name = op switch
        {
            AxisOperator.Add => $"{Part(left)}+{Part(right)}",
            AxisOperator.Multiply => $"{Part(left)}*{Part(right)}",
            AxisOperator.FloorDivide => $"{Part(left)}//{Part(right)}",
            AxisOperator.Divide => $"{Part(left)}/{Part(right)}",
            AxisOperator.DivideLeft => $"{Part(left)} /l {Part(right)}",
            AxisOperator.CeilDivide => $"⌈{Part(left)}/{Part(right)}⌉",
            AxisOperator.CeilDivideLeft => $"⌈{Part(left)} /l {Part(right)}⌉",
            _ => throw new InvalidOperationException($"No name for {op}."),
        };
        return name.Length > Longest ? $"{name[..Longest]}..." : name;
    }

    private static string Part(Axis axis)
    {
        if (axis.Size is { } size && axis.Name.StartsWith("unnamed_", StringComparison.Ordinal))
        {
            return size.ToString(CultureInfo.InvariantCulture);
        }

        return axis.Name.AsSpan().ContainsAny(signs) ? $"({axis.Name})" : axis.Name;
    }
}
