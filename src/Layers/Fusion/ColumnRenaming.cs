namespace NetDsl.Layers;

/// <summary>
/// The name that the columns of a kernel get behind it, where features map to themselves: a kernel with one dim twice cannot be
/// recorded, so its columns have a dim of their own, which a step behind the product renames to the dim that comes out.
/// </summary>
internal sealed class ColumnRenaming
{
    private readonly LayerNode? renaming;
    private readonly Dim columns;

    internal ColumnRenaming(FusionMatch match, Dim columns)
    {
        this.columns = columns;
        foreach (var node in match.Nodes)
        {
            if (node is LayerNode { LayerClass: "reinterpret_data" } found)
            {
                renaming = found;
            }
        }
    }

    /// <summary>The dim that comes out.</summary>
    internal Dim Output => renaming is null ? columns : renaming.Output.Dims.Except(renaming.Sources[0].Dims)[0];

    /// <summary>Why the fused layer cannot say it.</summary>
    internal Refusal? Refusal =>
        renaming is not null && (renaming.HasVariables || !IsOfColumns(renaming))
            ? new("a dim other than that of the output gets another name", renaming.Location)
            : null;

    private bool IsOfColumns(LayerNode node) =>
        node.Sources[0].Dims.Contains(columns) && !node.Output.Dims.Contains(columns);
}
