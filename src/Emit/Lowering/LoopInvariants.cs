namespace NetDsl.Emit;

/// <summary>
/// Moves out of loops what is the same in each step, wherever it was recorded. RETURNN does the same (contract 8), but the unit is then
/// smaller, and what is outside can be said in fewer layers.
/// </summary>
internal static class LoopInvariants
{
    /// <summary>The name in reports.</summary>
    internal const string Name = "loop_invariant";

    internal static IReadOnlyList<LoweringEntry> Move(LoweredGraph lowered)
    {
        if (!lowered.Graph.Nodes.Any(node => node is LoopNode))
        {
            return [];
        }

        var homes = new BlockHomes(lowered.Resolve);
        var entries = new List<LoweringEntry>();
        var live = new Liveness(lowered);
        foreach (var node in lowered.Graph.Nodes)
        {
            foreach (var part in lowered.PartsOf(node))
            {
                homes.Add(part);
                if (homes.IsMoved(part) && live.IsLive(part))
                {
                    entries.Add(Entry(part, lowered));
                }
            }
        }

        lowered.MoveOut(homes);
        return entries;
    }

    private static LoweringEntry Entry(Node node, LoweredGraph lowered) =>
        new(Name, node.Location)
        {
            Order = node.Id,
            Module = lowered.Graph.Modules.PathOf(node.Module),
            Variant = $"{node.Kind} out of the loop",
        };
}
