namespace NetDsl.Emit;

/// <summary>
/// Finds small modules that read what reads them, though no layer does: a pool between two convolutions of one module. Such a box
/// would say the wrong order; its layers are drawn without it.
/// </summary>
internal static class ModuleCycles
{
    private const int MostInside = 8;

    internal static List<PictureNode> Find(PictureNode net, List<PictureEdge> edges)
    {
        var after = new Dictionary<PictureNode, HashSet<PictureNode>>();
        foreach (var edge in edges.Where(edge => edge.Kind != PictureEdgeKind.Previous))
        {
            var (from, to) = Siblings(edge.From, edge.To);
            if (from != to)
            {
                if (!after.TryGetValue(from, out var readers))
                {
                    after.Add(from, readers = []);
                }

                readers.Add(to);
            }
        }

        var found = new List<PictureNode>();
        var open = new Stack<PictureNode>([net]);
        while (open.TryPop(out var holder))
        {
            foreach (var child in holder.Children.Where(child => child.IsHolder))
            {
                if (child is { Kind: PictureKind.Module, Children.Count: <= MostInside } && ReadsItself(child, after))
                {
                    found.Add(child);
                }

                open.Push(child);
            }
        }

        return found;
    }

    // The nodes in the innermost box that holds both.
    private static (PictureNode From, PictureNode To) Siblings(PictureNode from, PictureNode to)
    {
        while (from.Parent != to.Parent)
        {
            (from, to) = from.Depth >= to.Depth ? (from.Parent!, to) : (from, to.Parent!);
        }

        return (from, to);
    }

    private static bool ReadsItself(PictureNode module, Dictionary<PictureNode, HashSet<PictureNode>> after)
    {
        var seen = new HashSet<PictureNode>();
        var open = new Stack<PictureNode>([module]);
        while (open.TryPop(out var node))
        {
            foreach (var next in after.GetValueOrDefault(node) ?? [])
            {
                if (next == module)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
