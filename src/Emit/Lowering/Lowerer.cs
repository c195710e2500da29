namespace NetDsl.Emit;

/// <summary>Runs the rules over a graph.</summary>
internal static class Lowerer
{
    /// <summary>The names of all rules, for <c>--no-lower=RULE</c>.</summary>
    internal static IReadOnlyList<string> RuleNames { get; } =
    [
        .. RuleSet.All.Fusions.Select(rule => rule.Name),
        .. RuleSet.All.Layers.Select(rule => rule.Name),
        ExpressionPass.Name,
    ];

    /// <param name="lowered">The graph; what the rules put in place of its parts is entered there.</param>
    /// <param name="live">What is needed of it.</param>
    /// <param name="options">Which rules may work.</param>
    /// <param name="diagnostics">What rules have to say.</param>
    internal static LoweringReport Lower(
        LoweredGraph lowered,
        Liveness live,
        EmitOptions options,
        List<Diagnostic> diagnostics
    )
    {
        if (!options.Lower)
        {
            return new(LoopInvariants.Move(lowered));
        }

        var graph = lowered.Graph;
        var index = new GraphIndex(graph, live);
        var entries = new List<LoweringEntry>();
        var frontier = new Frontier(graph, index);
        var consumed = new NodeSet(lowered.NodeCount);
        foreach (var rule in options.Rules.Fusions.Where(rule => !options.RulesOff.Contains(rule.Name)))
        {
            entries.AddRange(new FusionPass(rule, lowered, index, frontier, consumed).Run(live, diagnostics));
        }

        var layerRules = options.Rules.Layers.Where(rule => !options.RulesOff.Contains(rule.Name)).ToList();
        var layers = new LayerPass(lowered, new LayerContext(lowered, index));
        entries.AddRange(layers.Run(layerRules, new Liveness(lowered)));
        entries.AddRange(LoopInvariants.Move(lowered));
        if (!options.RulesOff.Contains(ExpressionPass.Name))
        {
            entries.AddRange(new ExpressionPass(lowered, index).Run(new Liveness(lowered)));
        }

        return new([.. entries.OrderBy(entry => entry.Order)]);
    }
}
