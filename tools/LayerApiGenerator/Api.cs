namespace NetDsl.LayerApiGenerator;

/// <summary>All that is written.</summary>
/// <param name="Methods">One for each layer class, by class.</param>
/// <param name="Common">Options of all classes.</param>
/// <param name="OfSources">Options of all classes that join their sources.</param>
/// <param name="Words">Types of options that take a list of texts.</param>
internal sealed record Api(
    IReadOnlyList<LayerMethod> Methods,
    IReadOnlyList<OptionParameter> Common,
    IReadOnlyList<OptionParameter> OfSources,
    IReadOnlyList<WordType> Words
);
