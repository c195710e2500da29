using System.Globalization;

namespace NetDsl;

/// <summary>
/// An axis of a tensor. Two axes are the same only if they are the same object: RETURNN matches axes by dim, never by position,
/// from behavior version 16 on (contract 1.5).
/// </summary>
/// <remarks>
/// Derived dims are interned on their operands, so the same expression always gives the same dim:
/// <c>time.CeilDiv(2)</c> called twice returns one object, as RETURNN itself does (contract 11).
/// </remarks>
public sealed class Dim
{
    private const int LongestPart = 40;

    private readonly Dictionary<DimExpression, Dim> derived = [];
    private readonly Lock derivedLock = new();

    private Dim(string name, DimKind kind, int? size, DimExpression? expression = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (size is <= 0)
        {
            throw TooSmall(name, size.Value);
        }

        Name = name;
        Kind = kind;
        Size = size;
        Expression = expression;
    }

    /// <summary>The batch axis, one for all nets; RETURNN's <c>batch_dim</c>.</summary>
    public static Dim Batch { get; } = new("batch", DimKind.Batch, size: null);

    /// <summary>The name given by the user; need not be unique, the emitted config makes it so.</summary>
    public string Name { get; }

    /// <summary>What the axis stands for.</summary>
    public DimKind Kind { get; }

    /// <summary>The number of entries, or null if each sequence has its own (or, for the batch axis, each mini-batch).</summary>
    public int? Size { get; }

    /// <summary>Whether every sequence has its own length along this axis.</summary>
    public bool IsDynamic => Size is null && Kind != DimKind.Batch;

    internal DimExpression? Expression { get; }

    /// <summary>An axis on which every sequence has its own length, such as time.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    public static Dim Dynamic(string name) => new(name, DimKind.Spatial, size: null);

    /// <summary>A spatial axis of fixed size.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    /// <param name="size">Number of entries, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static Dim Spatial(string name, int size) => new(name, DimKind.Spatial, size);

    /// <summary>A feature axis of fixed size: input features, hidden units, classes.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    /// <param name="size">Number of entries, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static Dim Feature(string name, int size) => new(name, DimKind.Feature, size);

    /// <summary>The sum of two axes, as concatenation makes it.</summary>
    public static Dim operator +(Dim left, Dim right) => left.Derive(DimOperator.Add, left, right);

    /// <summary>The axis with <paramref name="right"/> more entries at its end.</summary>
    public static Dim operator +(Dim left, int right) => left.Derive(DimOperator.Add, left, right);

    /// <summary>The axis with <paramref name="left"/> more entries at its start.</summary>
    public static Dim operator +(int left, Dim right) => right.Derive(DimOperator.Add, left, right);

    /// <summary>The axis with <paramref name="right"/> fewer entries.</summary>
    public static Dim operator -(Dim left, int right) => left.Derive(DimOperator.Subtract, left, right);

    /// <summary>The product of two axes, as merging makes it; the left one is the outer.</summary>
    public static Dim operator *(Dim left, Dim right) => left.Derive(DimOperator.Multiply, left, right);

    /// <summary>The axis with every entry repeated <paramref name="right"/> times.</summary>
    public static Dim operator *(Dim left, int right) => left.Derive(DimOperator.Multiply, left, right);

    /// <summary>The axis repeated <paramref name="left"/> times as a whole.</summary>
    public static Dim operator *(int left, Dim right) => right.Derive(DimOperator.Multiply, left, right);

    /// <summary>The length divided by <paramref name="divisor"/>, rounded down.</summary>
    /// <param name="divisor">At least 1.</param>
    public Dim FloorDiv(int divisor) => Derive(DimOperator.FloorDivide, this, Positive(divisor));

    /// <summary>The length divided by <paramref name="divisor"/>, rounded up: what a strided "same" convolution leaves (contract 0.6).</summary>
    /// <param name="divisor">At least 1.</param>
    public Dim CeilDiv(int divisor) => Derive(DimOperator.CeilDivide, this, Positive(divisor));

    /// <summary>Name and size, as messages show it: <c>in:9</c>, <c>time:?</c>.</summary>
    public override string ToString() =>
        Kind == DimKind.Batch ? Name : $"{Name}:{Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    private static ArgumentOutOfRangeException TooSmall(string name, int size) =>
        new(nameof(size), size, $"Dim \"{name}\" needs a size of at least 1.");

    private static int Positive(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return number;
    }

    private Dim Derive(DimOperator op, DimOperand left, DimOperand right)
    {
        if (left.Dim?.Kind == DimKind.Batch || right.Dim?.Kind == DimKind.Batch)
        {
            throw new ArgumentException("RETURNN has no dims derived from the batch dim.");
        }

        var expression = new DimExpression(op, left, right);
        if (op == DimOperator.Multiply && (left is { Dim: null, Number: < 1 } || right is { Dim: null, Number: < 1 }))
        {
            throw TooSmall(NameOf(expression), Math.Min(left.Number, right.Number));
        }

        lock (derivedLock)
        {
            if (!derived.TryGetValue(expression, out var dim))
            {
                dim = new Dim(NameOf(expression), KindOf(left, right), SizeOf(expression), expression);
                derived.Add(expression, dim);
            }

            return dim;
        }
    }

    // RETURNN: a merged axis is a feature axis as soon as one part is.
    private static DimKind KindOf(DimOperand left, DimOperand right) =>
        left.Dim?.Kind == DimKind.Feature || right.Dim?.Kind == DimKind.Feature ? DimKind.Feature : DimKind.Spatial;

    private static int? SizeOf(DimExpression expression)
    {
        if (expression.Left.Size is not { } left || expression.Right.Size is not { } right)
        {
            return null;
        }

        return expression.Operator switch
        {
            DimOperator.Add => checked(left + right),
            DimOperator.Subtract => left - right,
            DimOperator.Multiply => checked(left * right),
            DimOperator.FloorDivide => left / right,
            DimOperator.CeilDivide => (left / right) + (left % right == 0 ? 0 : 1),
            _ => throw new InvalidOperationException($"No size for {expression.Operator}."),
        };
    }

    private static string NameOf(DimExpression expression)
    {
        var left = Show(expression.Left);
        var right = Show(expression.Right);
        return expression.Operator switch
        {
            DimOperator.Add => $"{left}+{right}",
            DimOperator.Subtract => $"{left}-{right}",
            DimOperator.Multiply => $"{left}*{right}",
            DimOperator.FloorDivide => $"{left}//{right}",
            DimOperator.CeilDivide => $"ceil({left}/{right})",
            _ => throw new InvalidOperationException($"No name for {expression.Operator}."),
        };
    }

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
