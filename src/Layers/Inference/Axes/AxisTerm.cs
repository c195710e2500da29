namespace NetDsl.Layers;

/// <summary>One side of dim arithmetic: an axis or a whole number. Constant axes count as their number.</summary>
internal readonly record struct AxisTerm
{
    internal AxisTerm(Axis axis)
    {
        Axis = axis.Constant is null ? axis : null;
        Number = axis.Constant ?? 0;
    }

    internal AxisTerm(int number) => Number = number;

    /// <summary>The axis, or null for a number.</summary>
    internal Axis? Axis { get; }

    /// <summary>The number, if it is one.</summary>
    internal int Number { get; }

    internal bool Is(int number) => Axis is null && Number == number;

    internal bool IsSame(AxisTerm other) =>
        Axis is null ? other.Axis is null && Number == other.Number : other.Axis is { } axis && Axis.IsSame(axis);

    public static implicit operator AxisTerm(Axis axis) => new(axis);

    public static implicit operator AxisTerm(int number) => new(number);
}
