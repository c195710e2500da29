namespace NetDsl.Emit;

/// <summary>Numbers the results of all recorded nodes from 0.</summary>
internal sealed class ResultNumbers
{
    private readonly int[] first;

    internal ResultNumbers(Graph graph)
    {
        first = new int[graph.NodeCount];
        foreach (var node in graph.Nodes)
        {
            first[node.Slot] = Count;
            Count += node.Outputs.Length;
        }
    }

    /// <summary>How many results there are.</summary>
    internal int Count { get; }

    /// <summary>The number of a result; -1 for that of a leaf, or of a node that a rule has made.</summary>
    internal int Of(Tensor result) =>
        (uint)result.Node.Slot < (uint)first.Length ? first[result.Node.Slot] + result.Index : -1;
}
