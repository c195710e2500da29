using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Runs the rules over a graph.</summary>
internal static class Lowerer
{
    // In this order: a rule that builds on what another makes comes after it.
    private static readonly ImmutableArray<IFusionRule> Rules =
    [
        new SelfAttentionFusion(),
        new BatchNormFusion(),
        new LinearFusion(),
        new EmbeddingFusion(),
        new LayerNormFusion(),
        new ConvFusion(),
        new TransposedConvFusion(),
    ];

    // On what those have made: an activation behind the softmax of a map is none of the map's.
    private static readonly ImmutableArray<ILayerRule> LayerRules =
    [
        new SoftmaxRule(),
        new GatingRule(),
        new ActivationRule(),
        new DropoutRule(),
        new ConcatRule(),
    ];

    /// <summary>The names of all rules, for <c>--no-lower=RULE</c>.</summary>
    internal static IReadOnlyList<string> RuleNames { get; } =
    [.. Rules.Select(rule => rule.Name), .. LayerRules.Select(rule => rule.Name), ExpressionPass.Name];

    internal static (LoweredGraph Graph, LoweringReport Report) Lower(
        Graph graph,
        Liveness live,
        EmitOptions options,
        List<Diagnostic> diagnostics
    )
    {
        var lowered = new LoweredGraph(graph);
        if (!options.Lower)
        {
            return (lowered, new(LoopInvariants.Move(lowered)));
        }

        var index = new GraphIndex(graph, live);
        var entries = new List<LoweringEntry>();
        var frontier = new Frontier(graph, index);
        var consumed = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var rule in Rules.Where(rule => !options.RulesOff.Contains(rule.Name)))
        {
            entries.AddRange(new FusionPass(rule, lowered, index, frontier, consumed).Run(live, diagnostics));
        }

        var layerRules = LayerRules.Where(rule => !options.RulesOff.Contains(rule.Name)).ToList();
        var layers = new LayerPass(lowered, new LayerContext(lowered, index));
        entries.AddRange(layers.Run(layerRules, new Liveness(lowered)));
        entries.AddRange(LoopInvariants.Move(lowered));
        if (!options.RulesOff.Contains(ExpressionPass.Name))
        {
            entries.AddRange(new ExpressionPass(lowered, index).Run(new Liveness(lowered)));
        }

        return (lowered, new([.. entries.OrderBy(entry => entry.Order)]));
    }
}
