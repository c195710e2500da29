namespace NetDsl.Emit;

/// <summary>A set of nodes by their number: each pass over a net has one, and a net may have a million nodes. Leaves are in none.</summary>
/// <param name="count">How many nodes there are; more may come.</param>
internal sealed class NodeSet(int count)
{
    private bool[] members = new bool[count];

    /// <summary>Whether the node is in the set.</summary>
    internal bool Contains(Node node) => (uint)node.Slot < (uint)members.Length && members[node.Slot];

    /// <summary>Adds a node; false if it is in the set already.</summary>
    internal bool Add(Node node)
    {
        if (node.Slot >= members.Length)
        {
            Array.Resize(ref members, Math.Max(node.Slot + 1, members.Length * 5 / 4));
        }

        var isNew = !members[node.Slot];
        members[node.Slot] = true;
        return isNew;
    }

    /// <summary>Another set of the same nodes.</summary>
    internal NodeSet Copy()
    {
        var copy = new NodeSet(members.Length);
        members.CopyTo(copy.members, 0);
        return copy;
    }

    /// <summary>Adds nodes.</summary>
    internal void UnionWith(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }
    }
}
