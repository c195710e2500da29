namespace NetDsl.Emit;

/// <summary>The names of the parameters that layers make below their scope, where they follow from the class (contract 7, 10).</summary>
internal static class LayerParameters
{
    private static readonly string[] weights = ["W", "b"];
    private static readonly string[] filters = ["W", "bias"];
    private static readonly string[] transposedFilters = ["W_native_transposed_conv", "bias"];
    private static readonly string[] norms = ["scale", "bias"];
    private static readonly string[] biases = ["b"];

    private static readonly string[] batchNorms =
    [
        "batch_norm/v2_mean",
        "batch_norm/v2_variance",
        "batch_norm/v2_gamma",
        "batch_norm/v2_beta",
        "batch_norm/mean",
        "batch_norm/variance",
        "batch_norm/gamma",
        "batch_norm/beta",
    ];

    // Their names depend on options; two of one scope share something in any case.
    private static readonly HashSet<string> others = new(StringComparer.Ordinal)
    {
        "accumulate_mean",
        "complex_linear_projection",
        "concat_attention",
        "elemwise_prod",
        "relative_positional_encoding",
        "rnn_cell",
        "self_attention",
        "twod_lstm",
        "weighted_sum",
    };

    /// <summary>All names that parameters of the layer can have; null if they are not known.</summary>
    internal static IReadOnlyList<string>? NamesOf(NetLayer layer) =>
        layer.Options.IsOn("batch_norm")
            ? null
            : layer.ClassName switch
            {
                "linear" or "hidden" or "forward" or "softmax" => weights,
                "conv" => filters,
                "transposed_conv" => transposedFilters,
                "layer_norm" or "norm" => norms,
                // Older versions make names of the layer's and the input's.
                "batch_norm" => layer.Options["param_version"] is IntegerValue { Value: 1 or 2 } ? batchNorms : null,
                "combine" => layer.Options.IsOn("with_bias") ? biases : [],
                "variable" when layer.Options["param_name"] is null or NoneValue => [layer.Name],
                "variable" when layer.Options["param_name"] is StringValue name => [name.Value],
                _ => null,
            };

    /// <summary>Names that stand for the parameters of a layer when two layers are compared.</summary>
    internal static IReadOnlyList<string> MarksOf(NetLayer layer) =>
        NamesOf(layer) is { } names ? names
        : layer.ClassName == "batch_norm" ? batchNorms
        : layer.ClassName == "rec" && layer.Inner.Count == 0 ? ["rec"]
        : others.Contains(layer.ClassName) ? [layer.ClassName]
        : [];
}
