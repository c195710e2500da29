using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Blocks that fit a pattern: what a finished match has found, ready to be looked up.</summary>
internal sealed class Found
{
    internal Found(Bindings known)
    {
        Inputs = known.Inputs;
        Parameters = new([.. known.Parameters]);
        Numbers = known.Numbers;
        Reductions = [.. known.Reductions];
        Tensors = [.. known.Taken];
        Updates = [.. known.Updates];
        Nodes = new(Tensors.Count + Updates.Count, ReferenceEqualityComparer.Instance);
        foreach (var tensor in Tensors)
        {
            Nodes.Add(tensor.Node);
        }

        foreach (var update in Updates)
        {
            Nodes.Add(update);
        }
    }

    /// <summary>Tensors for the pattern's inputs, by key.</summary>
    internal NamedValues<Tensor> Inputs { get; }

    /// <summary>Parameters for the pattern's, by name.</summary>
    internal NamedValues<Parameter> Parameters { get; }

    /// <summary>Numbers for the pattern's marked ones, by name.</summary>
    internal NamedValues<double> Numbers { get; }

    /// <summary>The reductions; one may be there several times.</summary>
    internal IReadOnlyList<ReduceNode> Reductions { get; }

    /// <summary>All tensors of the match; inputs and parameters are not among them.</summary>
    internal IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>The updates of the match.</summary>
    internal IReadOnlyList<AssignNode> Updates { get; }

    /// <summary>All nodes of the match.</summary>
    internal HashSet<Node> Nodes { get; }

    /// <summary>Whether a tensor is one of the match's.</summary>
    internal bool Has(Tensor tensor) => Nodes.Contains(tensor.Node) && Tensors.Any(tensor.Is);
}
