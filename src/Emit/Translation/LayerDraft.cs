namespace NetDsl.Emit;

/// <summary>One layer being put together, options in the order they will be written.</summary>
internal sealed class LayerDraft
{
    private const int UsualOptions = 10;

    private readonly List<KeyValuePair<string, OptionValue>> options = new(UsualOptions);

    internal LayerDraft(string layerClass) => Set("class", layerClass);

    internal LayerDraft Set(string option, OptionValue value)
    {
        options.Add(new(option, value));
        return this;
    }

    internal DictValue ToDict() => DictValue.Of(options);
}
