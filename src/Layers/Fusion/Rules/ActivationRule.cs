using System.Collections.Frozen;

namespace NetDsl.Layers;

/// <summary>Lets a layer compute the activation that alone reads its result: RETURNN applies it after the bias.</summary>
internal sealed class ActivationRule : ILayerRule
{
    private static readonly FrozenSet<string> Classes = FrozenSet.Create(
        StringComparer.Ordinal,
        "conv",
        "linear",
        "transposed_conv"
    );

    public string Name => "activation";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        if (
            layer is not null
            || node is not UnaryNode unary
            || unary.Activation is not { } activation
            || context.LayerOf(unary.Operand) is not { } before
            || !Classes.Contains(before.LayerClass)
            || before.Options["activation"] is not NoneValue
            || !ReferenceEquals(before.Block, node.Block)
        )
        {
            return null;
        }

        return context.MustStay(unary.Operand) is { } refusal
            ? Takeover.Refused(node, refusal)
            : Takeover.By(
                before.As(before.LayerClass, before.Options.Replacing("activation", activation), node),
                node,
                activation
            );
    }
}
