namespace NetDsl.Layers;

/// <summary>
/// Building blocks to look for, recorded with the DSL itself: a module's own <c>Call</c> is its pattern, so the two cannot drift apart.
/// Inputs of the pattern match any tensor, parameters any parameter, and marked numbers any number; dims and masks of reductions
/// are left to the rule's check.
/// </summary>
internal sealed class FusionPattern
{
    private readonly Dictionary<double, string> numbers = [];
    private readonly IReadOnlyDictionary<string, string> roles;
    private readonly Dictionary<Node, ProductView> products = new(ReferenceEqualityComparer.Instance);

    /// <summary>A pattern.</summary>
    /// <param name="variant">Which variant it is, for reports.</param>
    /// <param name="roles">What the parameters are called in messages, by name.</param>
    /// <param name="record">Records the blocks on inputs of the given net, and answers what they yield.</param>
    internal FusionPattern(
        string variant,
        IReadOnlyDictionary<string, string> roles,
        Func<FusionPattern, Net, Tensor> record
    )
    {
        Variant = variant;
        this.roles = roles;
        var net = Net.ForPattern(variant);
        Result = Net.Apart(() => record(this, net));
        Glance = new(Result.Node);
        ViewProducts(net);
        Updates = [.. net.RecordedNodes.OfType<CondNode>().SelectMany(cond => cond.Then.Nodes).OfType<AssignNode>()];
    }

    /// <summary>Which variant it is.</summary>
    internal string Variant { get; }

    /// <summary>Whether what does not fit is worth saying: not if another pattern is the usual way to write the same.</summary>
    internal bool Explains { get; init; } = true;

    /// <summary>What the blocks yield.</summary>
    internal Tensor Result { get; }

    /// <summary>What tells at a glance where the blocks are not.</summary>
    internal Glance Glance { get; }

    /// <summary>The updates that belong to the blocks, each in the true branch of a Cond on the train flag.</summary>
    internal IReadOnlyList<AssignNode> Updates { get; }

    private void ViewProducts(Net net)
    {
        var nodes = net.RecordedNodes.Concat(
            net.RecordedNodes.OfType<CondNode>().SelectMany(cond => cond.Then.Nodes.Concat(cond.Otherwise.Nodes))
        );
        foreach (var tensor in nodes.SelectMany(node => node.Inputs.Concat(node.Outputs)))
        {
            products.TryAdd(tensor.Node, new ProductView(tensor, inner => inner));
        }
    }

    /// <summary>A number that matches any number, under a name. Its value only tells it from other numbers.</summary>
    internal double AnyNumber(string name)
    {
        // Far from numbers that a module would use for itself.
        var mark = 1e-77 * (numbers.Count + 1);
        numbers.Add(mark, name);
        return mark;
    }

    /// <summary>A tensor of the pattern as a product; seen once, as patterns do not change.</summary>
    internal ProductView ProductOf(Tensor tensor) => products[tensor.Node];

    /// <summary>What a parameter of the pattern is, in words.</summary>
    internal string RoleOf(string parameter) => roles[parameter];

    /// <summary>The name of a marked number, or null if it is an ordinary one.</summary>
    internal string? NumberName(double value) => numbers.GetValueOrDefault(value);
}
