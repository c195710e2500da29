namespace NetDsl.Layers;

/// <summary>One factor of a product: a tensor, or the difference of two, to a power; with the line that raises it to that power.</summary>
internal readonly record struct Factor(Tensor Base, Tensor? Minus, double Exponent, SourceLocation Location)
{
    /// <summary>Whether it matches anything of its kind, in a pattern.</summary>
    internal bool IsPlaceholder => Base.Node is InputNode or ParameterNode;

    internal static Factor Of(Tensor tensor) => new(tensor, null, 1, tensor.Node.Location);

    internal bool IsSame(Factor other) =>
        Base.Is(other.Base) && (Minus is null ? other.Minus is null : other.Minus is not null && Minus.Is(other.Minus));
}
