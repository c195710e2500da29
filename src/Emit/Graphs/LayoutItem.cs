namespace NetDsl.Emit;

/// <summary>What takes a place in a row of a box: a node, a gate in the border, or a bend of a line that passes.</summary>
/// <param name="Node">The node; null for gates and bends.</param>
/// <param name="Gate">The node whose output passes the border here; null for nodes and bends.</param>
/// <param name="IsEntry">Of a gate, whether it leads in.</param>
internal sealed record LayoutItem(PictureNode? Node, PictureNode? Gate, bool IsEntry)
{
    /// <summary>Which row it is in.</summary>
    internal int Row { get; set; }

    /// <summary>Identity: two bends are not one.</summary>
    public bool Equals(LayoutItem? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
