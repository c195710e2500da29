using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>A sum of numbers times lengths, while it is added up.</summary>
internal sealed class CostSum
{
    private const int DeepestFormula = 64;
    private const string OfInput = ":var:extern_data:";

    private readonly SortedDictionary<string, (double Factor, ImmutableArray<string> Lengths)> terms = new(
        StringComparer.Ordinal
    );

    /// <summary>The terms, the longest first.</summary>
    internal ImmutableArray<CostTerm> Terms =>
        [
            .. terms
                .Values.Where(term => term.Factor != 0)
                .OrderByDescending(term => term.Lengths.Length)
                .Select(term => new CostTerm(term.Factor, term.Lengths)),
        ];

    /// <summary>Adds a number times the lengths of some axes.</summary>
    internal void Add(double factor, IEnumerable<Axis> axes)
    {
        var lengths = new List<string>();
        foreach (var axis in axes)
        {
            factor *= Multiply(axis, lengths, 0);
        }

        lengths.Sort(ByPlace);
        var key = string.Join('\n', lengths);
        var before = terms.GetValueOrDefault(key).Factor;
        terms[key] = (before + factor, [.. lengths]);
    }

    // The batch comes first.
    private static int ByPlace(string left, string right) =>
        (left == "B", right == "B") switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };

    // A length divided by a stride is counted as a fraction of it: what rounding adds is one frame.
    private static double Multiply(Axis axis, List<string> lengths, int depth)
    {
        var plain = axis.Base;
        if (plain.IsBatch)
        {
            lengths.Add("B");
            return 1;
        }

        if (plain.Size is { } size)
        {
            return size;
        }

        if (plain.Operation is { Inputs: [var left, var right] } operation && depth < DeepestFormula)
        {
            switch (operation.Operator)
            {
                case AxisOperator.FloorDivide
                or AxisOperator.Divide
                or AxisOperator.CeilDivide when right.Size is { } divisor:
                    return Multiply(left, lengths, depth + 1) / divisor;
                case AxisOperator.Multiply:
                    return Multiply(left, lengths, depth + 1) * Multiply(right, lengths, depth + 1);
                case AxisOperator.Add when left.Size is not null:
                    return Multiply(right, lengths, depth + 1);
                case AxisOperator.Add when right.Size is not null:
                    return Multiply(left, lengths, depth + 1);
            }
        }

        lengths.Add(Shown(plain.Name));
        return 1;
    }

    // Axes of inputs that nobody named: RETURNN calls the first one "time:var:extern_data:data".
    private static string Shown(string name)
    {
        var at = name.IndexOf(OfInput, StringComparison.Ordinal);
        if (at < 0)
        {
            return name;
        }

        var (axis, input) = (name[..at], name[(at + OfInput.Length)..]);
        return axis == "time" ? $"T({input})" : $"{axis}({input})";
    }
}
