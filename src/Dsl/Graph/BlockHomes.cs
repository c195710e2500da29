namespace NetDsl;

/// <summary>
/// In which block each node belongs: what is recorded in the body of a loop and depends on nothing that changes from step to step
/// belongs outside of it. Branches of a Cond are not left, since what is in them may not run.
/// </summary>
/// <param name="resolve">What stands for a tensor.</param>
internal sealed class BlockHomes(Func<Tensor, Tensor> resolve)
{
    private readonly Dictionary<Node, Block> moved = new(ReferenceEqualityComparer.Instance);

    /// <summary>Settles a node after all that it reads.</summary>
    internal void Add(Node node)
    {
        var own = node.Block!;
        if (
            !own.IsLoop
            || node is LoopValueNode or LoopNode or CondNode or AssignNode or ChoiceNode or MaskedNode
            || KeepsState(node)
            || IsDrawn(node)
        )
        {
            return;
        }

        var home = own;
        while (home.IsLoop)
        {
            home = home.Parent!;
        }

        foreach (var input in node.Inputs)
        {
            // What cannot be seen here is a mistake that is told elsewhere.
            if (Of(resolve(input).Node) is { } needed && needed.Depth > home.Depth && needed.Encloses(own))
            {
                home = needed;
            }
        }

        if (!ReferenceEquals(home, own))
        {
            moved.Add(node, home);
        }
    }

    /// <summary>Whether a node has a state of its own, which is another in each step of a loop.</summary>
    internal static bool KeepsState(Node node) => node is LayerNode { KeepsState: true };

    // Numbers that are drawn in a step are others in the next one. RETURNN sees to that for this class (its issue 1044).
    private static bool IsDrawn(Node node) => node is LayerNode { LayerClass: "random" };

    /// <summary>Settles a node by hand.</summary>
    internal void Move(Node node, Block home) => moved[node] = home;

    /// <summary>Where a node belongs; null for leaves, which are everywhere.</summary>
    internal Block? Of(Node node) => moved.GetValueOrDefault(node) ?? node.Block;

    /// <summary>Whether a node is moved out of the loop in which it was recorded.</summary>
    internal bool IsMoved(Node node) => moved.ContainsKey(node);
}
