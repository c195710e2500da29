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
    // Most dims have none derived from them.
    private Dictionary<DimExpression, Dim>? derived;
    private DimValue? option;

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

    /// <summary>The dim as an option; a net names each of its dims thousands of times. Two threads may make two, which are equal.</summary>
    internal DimValue AsOption => option ??= new(this);

    /// <summary>An axis on which every sequence has its own length, such as time.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    public static Dim Dynamic(string name) => new(name, DimKind.Spatial, size: null);

    /// <summary>A spatial axis of fixed size.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    /// <param name="size">Number of entries, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static Dim Spatial(string name, int size) => new(name, DimKind.Spatial, DimScale.Of(size));

    /// <summary>A feature axis of fixed size: input features, hidden units, classes.</summary>
    /// <param name="name">How it is called in messages and in the config.</param>
    /// <param name="size">Number of entries, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static Dim Feature(string name, int size) => new(name, DimKind.Feature, DimScale.Of(size));

    /// <summary>The sum of two axes, as concatenation makes it.</summary>
    public static Dim operator +(Dim left, Dim right) => DimMath.Add(left, right);

    /// <summary>The axis with <paramref name="right"/> more entries at its end.</summary>
    public static Dim operator +(Dim left, int right) => DimMath.Add(left, right);

    /// <summary>The axis with <paramref name="left"/> more entries at its start.</summary>
    public static Dim operator +(int left, Dim right) => DimMath.Add(left, right);

    /// <summary>The axis without its end; takes back what was added there: <c>(a + b) - b</c> is <c>a</c>.</summary>
    public static Dim operator -(Dim left, Dim right) => DimMath.Subtract(left, right);

    /// <summary>The axis with <paramref name="right"/> fewer entries.</summary>
    public static Dim operator -(Dim left, int right) => DimMath.Subtract(left, right);

    /// <summary>The product of two axes, as merging makes it; the left one is the outer.</summary>
    public static Dim operator *(Dim left, Dim right) => DimMath.Multiply(left, right);

    /// <summary>The axis with every entry repeated <paramref name="right"/> times.</summary>
    public static Dim operator *(Dim left, int right) => DimMath.Multiply(left, right);

    /// <summary>The axis repeated <paramref name="left"/> times as a whole.</summary>
    public static Dim operator *(int left, Dim right) => DimMath.Multiply(left, right);

    /// <summary>The other factor of a product whose right one is known: <c>(a * b) / b</c> is <c>a</c>. Nothing may remain.</summary>
    /// <exception cref="ArgumentException">Sizes are known and the right one is no divisor of the left one.</exception>
    public static Dim operator /(Dim left, Dim right) => DimMath.Divide(DimOperator.Divide, left, right);

    /// <summary>The length divided by a number that divides each length; nothing may remain.</summary>
    /// <exception cref="ArgumentException">The size is known and no multiple of the number.</exception>
    public static Dim operator /(Dim left, int right) => DimMath.Divide(DimOperator.Divide, left, right);

    /// <summary>The length divided by <paramref name="divisor"/>, rounded down.</summary>
    /// <param name="divisor">At least 1.</param>
    public Dim FloorDiv(int divisor) => DimMath.Divide(DimOperator.FloorDivide, this, divisor);

    /// <summary>The length divided by that of another axis, rounded down; <c>(a * b).FloorDiv(b)</c> is <c>a</c>.</summary>
    /// <param name="divisor">The inner factor, if this is a product.</param>
    public Dim FloorDiv(Dim divisor) => DimMath.Divide(DimOperator.FloorDivide, this, divisor);

    /// <summary>The length divided by <paramref name="divisor"/>, rounded up: what a strided "same" convolution leaves (contract 0.6).</summary>
    /// <param name="divisor">At least 1.</param>
    public Dim CeilDiv(int divisor) => DimMath.Divide(DimOperator.CeilDivide, this, divisor);

    /// <summary>The length divided by that of another axis, rounded up; <c>(a * b).CeilDiv(b)</c> is <c>a</c>.</summary>
    /// <param name="divisor">The inner factor, if this is a product.</param>
    public Dim CeilDiv(Dim divisor) => DimMath.Divide(DimOperator.CeilDivide, this, divisor);

    /// <summary>
    /// The inner factor of a product whose outer one is known: <c>(a * b).DivLeft(a)</c> is <c>b</c>. Nothing may remain.
    /// </summary>
    /// <param name="divisor">The outer factor, at least 1.</param>
    /// <exception cref="ArgumentException">The size is known and no multiple of the divisor.</exception>
    public Dim DivLeft(int divisor) => DimMath.Divide(DimOperator.DivideLeft, this, divisor);

    /// <inheritdoc cref="DivLeft(int)"/>
    public Dim DivLeft(Dim divisor) => DimMath.Divide(DimOperator.DivideLeft, this, divisor);

    /// <summary>As <see cref="DivLeft(int)"/>, rounded up: <c>(a * b).CeilDivLeft(a)</c> is <c>b</c>.</summary>
    /// <param name="divisor">The outer factor, at least 1.</param>
    public Dim CeilDivLeft(int divisor) => DimMath.Divide(DimOperator.CeilDivideLeft, this, divisor);

    /// <inheritdoc cref="CeilDivLeft(int)"/>
    public Dim CeilDivLeft(Dim divisor) => DimMath.Divide(DimOperator.CeilDivideLeft, this, divisor);

    /// <summary>Name and size, as messages show it: <c>in:9</c>, <c>time:?</c>.</summary>
    public override string ToString() =>
        Kind == DimKind.Batch ? Name : $"{Name}:{Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    private static ArgumentOutOfRangeException TooSmall(string name, int size) =>
        new(nameof(size), size, $"Dim \"{name}\" needs a size of at least 1.");

    /// <summary>The dim of an expression as it is; always the same one for the same expression.</summary>
    /// <exception cref="ArgumentException">An operand is the batch dim.</exception>
    internal static Dim Derive(DimOperator op, DimOperand left, DimOperand right)
    {
        if (left.Dim?.Kind == DimKind.Batch || right.Dim?.Kind == DimKind.Batch)
        {
            throw new ArgumentException("RETURNN has no dims derived from the batch dim.");
        }

        var expression = new DimExpression(op, left, right);
        if (op == DimOperator.Multiply && (left is { Dim: null, Number: < 1 } || right is { Dim: null, Number: < 1 }))
        {
            throw TooSmall(expression.Name, Math.Min(left.Number, right.Number));
        }

        return (left.Dim ?? right.Dim!).Derived(expression, KindOf(left, right));
    }

    private Dim Derived(DimExpression expression, DimKind kind)
    {
        if (derived is null)
        {
            Interlocked.CompareExchange(ref derived, [], comparand: null);
        }

        lock (derived)
        {
            if (!derived.TryGetValue(expression, out var dim))
            {
                dim = new Dim(expression.Name, kind, expression.Size, expression);
                derived.Add(expression, dim);
            }

            return dim;
        }
    }

    // RETURNN: a merged axis is a feature axis as soon as one part is.
    private static DimKind KindOf(DimOperand left, DimOperand right) =>
        left.Dim?.Kind == DimKind.Feature || right.Dim?.Kind == DimKind.Feature ? DimKind.Feature : DimKind.Spatial;
}
