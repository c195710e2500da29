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
        return name.Length > Longest ? Shortened(name) : name;
    }

    /// <summary>RETURNN's name of a part of a batch axis.</summary>
    internal static string Of(BatchPart part) =>
        part.Kind switch
        {
            BatchPartKind.Global => "B",
            BatchPartKind.Padded => $"Padded{{{PythonText(part.Axis.Name)}}}",
            BatchPartKind.Packed => $"Packed{{{PythonText(part.Axis.Name)}}}",
            _ => part.Axis.Size is { } size ? string.Create(CultureInfo.InvariantCulture, $"F({size})") : "F(?)",
        };

    // Python takes double quotes only for texts with single ones.
    private static string PythonText(string text) =>
        text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal)
            ? $"\"{text}\""
            : $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";

    // Different names stay different, as they decide what is equal.
    private static string Shortened(string name)
    {
        var sum = 14695981039346656037UL;
        foreach (var letter in name)
        {
            sum = unchecked((sum ^ letter) * 1099511628211UL);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{name[..Longest]}...{sum:x16}");
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
