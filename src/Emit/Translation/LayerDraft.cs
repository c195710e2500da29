namespace NetDsl.Emit;

/// <summary>One layer being put together, options in the order they will be written.</summary>
internal sealed class LayerDraft
{
    private readonly List<KeyValuePair<string, OptionValue>> options = [];

    internal LayerDraft(string layerClass) => Set("class", layerClass);

    internal LayerDraft Set(string option, OptionValue value)
    {
        options.Add(new(option, value));
        return this;
    }

    internal DictValue ToDict() => DictValue.Of(options);
}
