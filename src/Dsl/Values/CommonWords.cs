namespace NetDsl;

/// <summary>
/// The words that nearly every layer has, each made once: a net of a million layers names its options ten million times.
/// Any other text is a value of its own.
/// </summary>
internal static class CommonWords
{
    // Never changed after this.
    private static readonly Dictionary<string, StringValue> Values = Make(
        // What every layer says.
        "class",
        "from",
        "out_shape",
        "name_scope",
        "out_dim",
        "in_dim",
        "axis",
        "axes",
        // Options of the classes that nets are made of.
        "L2",
        "activation",
        "beta_init",
        "bias_init",
        "condition",
        "dilation_rate",
        "dim_tags",
        "dropout_noise_shape",
        "dropout_on_forward",
        "dtype",
        "epsilon",
        "eval",
        "filter_size",
        "forward_weights_init",
        "gamma_init",
        "groups",
        "in_spatial_dims",
        "init",
        "initial_output",
        "is_output_layer",
        "kind",
        "mode",
        "padding",
        "param_name",
        "reduce",
        "shape",
        "strides",
        "unit",
        "use_time_mask",
        "value",
        "with_bias",
        // Their classes, and what their options are set to.
        "add",
        "batch_norm",
        "combine",
        "constant",
        "conv",
        "copy",
        "dot",
        "dropout",
        "float32",
        "gelu",
        "glorot_uniform",
        "int32",
        "layer_norm",
        "linear",
        "mean",
        "mul",
        "output",
        "rec",
        "relu",
        "same",
        "split_dims",
        "square",
        "subnetwork",
        "swish",
        "tanh",
        "variable"
    );

    /// <summary>The text as a value.</summary>
    internal static StringValue Of(string text) =>
        Values.TryGetValue(text, out var word) ? word : new StringValue(text);

    private static Dictionary<string, StringValue> Make(params ReadOnlySpan<string> words)
    {
        var values = new Dictionary<string, StringValue>(words.Length, StringComparer.Ordinal);
        foreach (var word in words)
        {
            values.Add(word, new StringValue(word));
        }

        return values;
    }
}
