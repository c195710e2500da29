namespace NetDsl;

/// <summary>A value in the graph.</summary>
public sealed class Tensor
{
    internal Tensor() { }
}
