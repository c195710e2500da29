using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The lowering rules, in the order in which they run.</summary>
/// <param name="Fusions">Those that put a layer in the place of blocks.</param>
/// <param name="Layers">Those that let a layer take over what stands beside it.</param>
internal sealed record RuleSet(ImmutableArray<IFusionRule> Fusions, ImmutableArray<ILayerRule> Layers)
{
    /// <summary>All rules that there are.</summary>
    internal static RuleSet All { get; } =
        new(
            // In this order: a rule that builds on what another makes comes after it.
            [
                new SelfAttentionFusion(),
                new BatchNormFusion(),
                new LinearFusion(),
                new EmbeddingFusion(),
                new LayerNormFusion(),
                new ConvFusion(),
                new TransposedConvFusion(),
            ],
            // On what those have made: an activation behind the softmax of a map is none of the map's.
            [new SoftmaxRule(), new GatingRule(), new ActivationRule(), new DropoutRule(), new ConcatRule()]
        );
}
