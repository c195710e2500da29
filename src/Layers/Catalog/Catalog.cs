using System.Diagnostics.CodeAnalysis;

namespace NetDsl.Layers;

/// <summary>
/// All that RETURNN takes in a config: its schema as data. Read from the facts when first asked for, each part by itself, and
/// never changed afterwards.
/// </summary>
internal sealed class Catalog
{
    /// <summary>Options that RETURNN fills in itself and refuses in a layer dict (contract 3.1).</summary>
    internal static readonly IReadOnlySet<string> ReservedOptions = new HashSet<string>(StringComparer.Ordinal)
    {
        "name",
        "network",
        "output",
        "sources",
        "_name",
        "_network",
    };

    private readonly Lazy<LayerClasses> layers;
    private readonly Lazy<OptionTable> common;
    private readonly Lazy<Dictionary<string, LossClass>> losses;
    private readonly Lazy<Dictionary<string, OptimizerClass>> optimizers;
    private readonly Lazy<Dictionary<string, DatasetClass>> datasets;
    private readonly Lazy<Dictionary<string, ConfigKey>> keys;
    private readonly Lazy<OptionTable> data;
    private readonly Lazy<Dictionary<string, int>> commonNames = new(CatalogReader.ReadCommonNames);

    private Catalog()
    {
        var reader = new Lazy<CatalogReader>(() => new());
        layers = new(() => reader.Value.ReadLayers());
        common = new(() => reader.Value.ReadCommonOptions(layers.Value));
        losses = new(() => reader.Value.ReadLosses());
        optimizers = new(() => reader.Value.ReadOptimizers());
        datasets = new(() => reader.Value.ReadDatasets());
        keys = new(() => reader.Value.ReadKeys());
        data = new(() => reader.Value.ReadData());
    }

    /// <summary>The catalog.</summary>
    internal static Catalog Returnn { get; } = new();

    /// <summary>Layer classes by name, aliases among them.</summary>
    internal IReadOnlyDictionary<string, LayerClass> Layers => layers.Value;

    /// <summary>Options that every layer class takes.</summary>
    internal OptionTable CommonOptions => common.Value;

    /// <summary>Losses by name.</summary>
    internal IReadOnlyDictionary<string, LossClass> Losses => losses.Value;

    /// <summary>Optimizers by name in lower case.</summary>
    internal IReadOnlyDictionary<string, OptimizerClass> Optimizers => optimizers.Value;

    /// <summary>Dataset classes by name.</summary>
    internal IReadOnlyDictionary<string, DatasetClass> Datasets => datasets.Value;

    /// <summary>Top-level keys.</summary>
    internal IReadOnlyDictionary<string, ConfigKey> Keys => keys.Value;

    /// <summary>What describes a tensor: the options of <c>extern_data</c>'s entries and of <c>out_type</c>.</summary>
    internal OptionTable DataOptions => data.Value;

    /// <summary>What was meant by a word that is none of the candidates; of several that are as near, the commonest.</summary>
    internal string? Nearest(string word, IEnumerable<string> candidates) =>
        NearMiss.Find(word, ByCommonness(candidates));

    /// <summary>The same, at most so many edits away.</summary>
    internal string? Nearest(string word, IEnumerable<string> candidates, int limit) =>
        NearMiss.Find(word, ByCommonness(candidates), limit);

    /// <summary>Finds an option of a layer class, its own or a common one.</summary>
    internal bool TryGetOption(LayerClass layerClass, string name, [MaybeNullWhen(false)] out LayerOption option) =>
        layerClass.Options.TryGet(name, out option) || CommonOptions.TryGet(name, out option);

    private IEnumerable<string> ByCommonness(IEnumerable<string> names) =>
        names.OrderBy(name => commonNames.Value.GetValueOrDefault(name, int.MaxValue));
}
