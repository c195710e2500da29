using System.Collections.Frozen;

namespace NetDsl.Layers;

/// <summary>
/// Lets a layer drop what it reads: the option <c>dropout</c> of RETURNN's layers works on their input, and is the same as a
/// <c>dropout</c> layer in front of them.
/// </summary>
internal sealed class DropoutRule : ILayerRule
{
    // The classes that concatenate what they read take the options of dropout, too (contract 3.5).
    private static readonly FrozenSet<string> Classes = FrozenSet.Create(
        StringComparer.Ordinal,
        "conv",
        "linear",
        "self_attention",
        "softmax",
        "transposed_conv"
    );

    public string Name => "dropout";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        if (
            layer is null
            || !Classes.Contains(layer.LayerClass)
            || layer.Sources.Length != 1
            || layer.Options["dropout"] is not null
            || context.LayerOf(layer.Sources[0]) is not { LayerClass: "dropout", Sources.Length: 1 } dropout
            || !ReferenceEquals(dropout.Block, layer.Block)
        )
        {
            return null;
        }

        if (context.MustStay(layer.Sources[0]) is { } refusal)
        {
            return Takeover.Refused(node, refusal);
        }

        var options = layer.Options;
        foreach (var (key, value) in dropout.Options)
        {
            options = options.With(key, value);
        }

        return Takeover.By(layer.Reading(dropout.Sources[0], options), node);
    }
}
