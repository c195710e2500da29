namespace NetDsl.Emit;

/// <summary>What is known while a pattern is being matched. Copied where there are alternatives; patterns are small.</summary>
internal sealed class Bindings
{
    internal Bindings() { }

    private Bindings(Bindings other)
    {
        Inputs = new(other.Inputs);
        Parameters = new(other.Parameters);
        Numbers = new(other.Numbers);
        Reductions = [.. other.Reductions];
        Nodes = new(other.Nodes, ReferenceEqualityComparer.Instance);
        Results = [.. other.Results];
        Progress = other.Progress;
    }

    /// <summary>Tensors for the pattern's inputs, by key.</summary>
    internal Dictionary<string, Tensor> Inputs { get; } = [];

    /// <summary>Parameters for the pattern's, by name.</summary>
    internal Dictionary<string, Parameter> Parameters { get; } = [];

    /// <summary>Numbers for the pattern's marked ones, with the line where each was found.</summary>
    internal Dictionary<string, (double Value, SourceLocation Location)> Numbers { get; } = [];

    /// <summary>The reductions passed.</summary>
    internal List<ReduceNode> Reductions { get; } = [];

    /// <summary>All nodes that belong to the match.</summary>
    internal HashSet<Node> Nodes { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>All tensors that belong to the match, inputs and parameters not among them.</summary>
    internal HashSet<(Node Node, int Index)> Results { get; } = [];

    /// <summary>How many steps have fitted.</summary>
    internal int Progress { get; set; }

    internal Bindings Copy() => new(this);
}
