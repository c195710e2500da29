using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The axes of a tensor in few words: <c>[B, time, 40]</c>.</summary>
internal static class ShownType
{
    private const int DeepestFormula = 3;

    internal static string Of(TensorType type)
    {
        var axes = $"[{string.Join(", ", type.Axes.Select(Of))}]";
        return type.Sparse is { } sparse ? $"{axes} of {Of(sparse)} classes"
            : type.DataType == "float32" ? axes
            : $"{axes} {type.DataType}";
    }

    private static string Of(Axis axis) => Of(axis, 0);

    private static string Of(Axis axis, int depth)
    {
        var plain = axis.Base;
        if (plain.IsBatch)
        {
            return "B";
        }

        if (plain.Size is { } size)
        {
            return size.ToString(CultureInfo.InvariantCulture);
        }

        // Names of layers' axes say where they were made; the formula says what they are.
        return plain.Operation is { Inputs: [var left, var right] } operation && depth < DeepestFormula
            ? operation.Operator switch
            {
                AxisOperator.Add => $"{Of(left, depth + 1)}+{Of(right, depth + 1)}",
                AxisOperator.Multiply => $"{Of(left, depth + 1)}*{Of(right, depth + 1)}",
                AxisOperator.CeilDivide => $"ceil({Of(left, depth + 1)}/{Of(right, depth + 1)})",
                AxisOperator.FloorDivide => $"{Of(left, depth + 1)}//{Of(right, depth + 1)}",
                AxisOperator.Divide => $"{Of(left, depth + 1)}/{Of(right, depth + 1)}",
                _ => Name(plain),
            }
            : Name(plain);
    }

    // RETURNN calls the time of an input without dims by a path.
    private static string Name(Axis axis) =>
        axis.Name.StartsWith("time:var:", StringComparison.Ordinal) ? "time" : axis.Name;
}
