namespace NetDsl.Emit;

/// <summary>
/// Arranges a picture box by box: lines that cross the border of a box go through gates in it, so that each box can be arranged by
/// itself and folded without another layout of what is around.
/// </summary>
internal sealed class PictureLayout
{
    private readonly Dictionary<PictureNode, BoxRows> boxes = [];

    private PictureLayout(Picture picture)
    {
        foreach (var node in picture.Nodes.Where(node => node.IsHolder))
        {
            boxes.Add(node, new(node));
        }

        foreach (var edge in picture.Edges)
        {
            Route(edge);
        }
    }

    /// <summary>The arrangement of each node that holds others.</summary>
    internal static Dictionary<PictureNode, BoxLayout> Of(Picture picture) =>
        new PictureLayout(picture).boxes.ToDictionary(box => box.Key, box => box.Value.Arrange());

    private void Route(PictureEdge edge)
    {
        var (from, to) = (edge.From, edge.To);
        var source = from;
        if (IsAround(from, to) || IsAround(to, from))
        {
            return;
        }

        if (edge.Kind == PictureEdgeKind.Previous)
        {
            // From one step to the next: a line in the innermost box that holds both, without gates.
            while (from.Parent != to.Parent)
            {
                (from, to) = from.Depth >= to.Depth ? (from.Parent!, to) : (from, to.Parent!);
            }

            boxes[from.Parent!].Add(from, to, source, edge.Kind);
            return;
        }

        var inward = new Stack<PictureNode>();
        while (from.Parent != to.Parent)
        {
            if (from.Depth >= to.Depth)
            {
                boxes[from.Parent!].AddExit(from, source, edge.Kind);
                from = from.Parent!;
            }
            else
            {
                inward.Push(to);
                to = to.Parent!;
            }
        }

        boxes[from.Parent!].Add(from, to, source, edge.Kind);
        while (inward.TryPop(out var inner))
        {
            boxes[inner.Parent!].AddEntry(inner, source, edge.Kind);
        }
    }

    private static bool IsAround(PictureNode outer, PictureNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if (around == outer)
            {
                return true;
            }
        }

        return false;
    }
}
