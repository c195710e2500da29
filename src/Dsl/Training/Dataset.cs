namespace NetDsl;

/// <summary>A dataset of RETURNN: its class and options.</summary>
/// <param name="Class">The class name, such as <c>HDFDataset</c>.</param>
/// <param name="Options">Its options, in the order written.</param>
public sealed record Dataset(string Class, DictValue Options)
{
    /// <summary>A dataset with the given options.</summary>
    /// <example><code>Dataset.Of("Task12AXDataset", ("num_seqs", 200))</code></example>
    public static Dataset Of(string datasetClass, params ReadOnlySpan<(OptionValue Key, OptionValue Value)> options) =>
        new(datasetClass, OptionValue.Dict(options));

    /// <summary>The dict that RETURNN reads.</summary>
    public DictValue ToDict()
    {
        var dict = OptionValue.Dict(("class", Class));
        foreach (var (key, value) in Options)
        {
            dict = dict.With(key, value);
        }

        return dict;
    }
}
