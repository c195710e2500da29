namespace NetDsl.Emit;

/// <summary>A set of results of nodes. Nearly all nodes have one result, and only the others cost a hash.</summary>
/// <param name="count">How many nodes there are; more may come.</param>
internal sealed class ResultSet(int count)
{
    private readonly NodeSet first = new(count);
    private readonly HashSet<(Node Node, int Index)> further = [];

    /// <summary>Whether the result is in the set.</summary>
    internal bool Contains(Tensor result) =>
        result.Index == 0 ? first.Contains(result.Node) : further.Contains((result.Node, result.Index));

    /// <summary>Adds a result; false if it is in the set already.</summary>
    internal bool Add(Tensor result) =>
        result.Index == 0 ? first.Add(result.Node) : further.Add((result.Node, result.Index));
}
