using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// A config written down as RETURNN has it, key by key and layer by layer: what is emitted is what is written here, nothing is
/// added, fused or renamed. <c>netdsl import</c> writes such models.
/// </summary>
/// <remarks>Dims, layers and options are checked when it is emitted, as those of any config.</remarks>
/// <example>
/// <code>
/// var config = new WrittenConfig("tagger") { ["use_tensorflow"] = true };
/// config.Network["hidden"] = new("linear", "data") { ["n_out"] = 512, ["activation"] = "tanh" };
/// config.Network["output"] = new("softmax", "hidden") { ["loss"] = "ce" };
/// return config;
/// </code>
/// </example>
public sealed class WrittenConfig
{
    private const string NetworkKey = "network";

    private readonly List<WrittenStatement> statements = [];
    private readonly OrderedDictionary<string, OptionValue> entries = new(StringComparer.Ordinal);
    private readonly string name;
    private readonly SourceLocation location;
    private WrittenLayers? network;

    /// <summary>Starts a config.</summary>
    /// <param name="name">Names the model on the command line; unique among the models of a file.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public WrittenConfig(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (this.name, location) = (name, new(file, line));
    }

    /// <summary>The layers; their key <c>network</c> stands where they are first asked for.</summary>
    public WrittenLayers Network
    {
        get
        {
            if (network is null)
            {
                network = new();
                entries[NetworkKey] = DictValue.Empty;
            }

            return network;
        }
    }

    /// <summary>A top-level key. A new one comes after those that are there; one that is there keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key to be read.</exception>
    public OptionValue this[string key]
    {
        get => key == NetworkKey && network is not null ? network.ToDict() : entries[key];
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            ArgumentNullException.ThrowIfNull(value);
            network = key == NetworkKey ? null : network;
            entries[key] = value;
        }
    }

    /// <summary>
    /// Python statements, written as they stand between the keys before and after: imports, functions that options name. JSON has
    /// none and refuses them. Never for text from outside: RETURNN runs it.
    /// </summary>
    /// <param name="python">Whole statements; their first line is not indented.</param>
    public void Code(string python)
    {
        ArgumentNullException.ThrowIfNull(python);
        statements.Add(new(entries.Count, python));
    }

    /// <summary>The net of this config, as the command line takes it.</summary>
    public Net ToNet()
    {
        var keys = entries.Select(entry => KeyValuePair.Create(entry.Key, this[entry.Key]));
        return Net.OfWritten(name, location, new([.. keys], [.. statements], network?.Locations ?? []));
    }

    /// <summary>The net of a config.</summary>
    public static implicit operator Net(WrittenConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.ToNet();
    }
}
