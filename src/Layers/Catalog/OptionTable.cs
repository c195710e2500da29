using System.Diagnostics.CodeAnalysis;

namespace NetDsl.Layers;

/// <summary>The options of a class by name.</summary>
internal sealed class OptionTable
{
    private readonly Dictionary<string, LayerOption> byName;

    internal OptionTable(Dictionary<string, LayerOption> byName)
    {
        this.byName = byName;
        Required = [.. byName.Values.Where(option => option.IsRequired)];
    }

    /// <summary>All names.</summary>
    internal IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>All options.</summary>
    internal IReadOnlyCollection<LayerOption> All => byName.Values;

    /// <summary>Those that have to be given.</summary>
    internal IReadOnlyList<LayerOption> Required { get; }

    /// <summary>Finds an option.</summary>
    internal bool TryGet(string name, [MaybeNullWhen(false)] out LayerOption option) =>
        byName.TryGetValue(name, out option);
}
