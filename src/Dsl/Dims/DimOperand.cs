namespace NetDsl;

/// <summary>One side of a derived dim: another dim or a whole number.</summary>
internal readonly record struct DimOperand(Dim? Dim, int Number)
{
    internal int? Size => Dim is null ? Number : Dim.Size;

    public static implicit operator DimOperand(Dim dim) => new(dim, 0);

    public static implicit operator DimOperand(int number) => new(null, number);
}
