using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A config with all that is known of its net, whoever wrote it: what is compared, hashed, counted and drawn.</summary>
public sealed class NetView
{
    private readonly IReadOnlyDictionary<string, SourceLocation> lines;
    private readonly TextPlaces places;
    private readonly Lazy<MeantCode> meant;

    private NetView(ImportedConfig imported, IReadOnlyDictionary<string, SourceLocation> lines)
    {
        this.lines = lines;
        Config = TrustedValues.Of(imported);
        BeforeCode = imported
            .Config.Entries.Zip(Config.Entries)
            .Where(pair => !ReferenceEquals(pair.First.Value, pair.Second.Value))
            .ToFrozenDictionary(pair => pair.First.Key, pair => pair.First.Value, StringComparer.Ordinal);
        places = new TextPlaces(imported.Locations);
        Statements = [.. imported.Opaque.Select(statement => statement.Text)];
        Code = imported.Code();
        UsedNames = imported.NameUses.Select(use => use.Name).ToFrozenSet(StringComparer.Ordinal);
        meant = new(() => MeantCode.Of(this));
        Source = NetSource.Of(Config) with { IsOpen = Config[NetShape.Network] is CodeValue };
        Structure = NetStructure.Read(Source);
        Inferred = NetInference.Run(Structure, Source, Config);
    }

    /// <summary>The name of the model, or of the file.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The values that can be relied on.</summary>
    internal Config Config { get; }

    /// <summary>Of values that cannot be relied on, because code may change them, what that code finds.</summary>
    internal FrozenDictionary<string, OptionValue> BeforeCode { get; }

    /// <summary>Statements that only Python understands.</summary>
    internal ImmutableArray<string> Statements { get; }

    /// <summary>All pieces of Python, statements and values.</summary>
    internal ImmutableArray<string> Code { get; }

    /// <summary>Entries and code that say anything.</summary>
    internal MeantCode Meant => meant.Value;

    /// <summary>Names that stand for a value somewhere in the config.</summary>
    internal FrozenSet<string> UsedNames { get; }

    /// <summary>What the net was read from.</summary>
    internal NetSource Source { get; }

    /// <summary>The layers, and what each refers to.</summary>
    internal NetStructure Structure { get; }

    /// <summary>Dims and variables.</summary>
    internal InferredNet Inferred { get; }

    /// <summary>Reads the text of a config. Python is never started.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Where it comes from; its end says which language it is, as in RETURNN.</param>
    public static NetViewReport Read(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        var diagnostics = new List<Diagnostic>();
        var imported = ConfigReader.Read(text, path, diagnostics);
        var view = imported is null
            ? null
            : new NetView(imported, FrozenDictionary<string, SourceLocation>.Empty) { Name = imported.Config.Name };
        return new(view, [.. diagnostics]);
    }

    /// <summary>Looks at what was emitted. It is read again as any config: so a model and its config are the same.</summary>
    /// <exception cref="InvalidOperationException">What was emitted cannot be read.</exception>
    public static NetView Of(Emission emission)
    {
        ArgumentNullException.ThrowIfNull(emission);
        var path = emission.Config.Name + (emission.Text.StartsWith('{') ? ".json" : ".py");
        var imported =
            ConfigReader.Read(emission.Text, path, [])
            ?? throw new InvalidOperationException($"The emitted config of \"{emission.Config.Name}\" cannot be read.");
        return new NetView(imported, emission.Lines) { Name = emission.Config.Name };
    }

    /// <summary>The line that made a layer: in the model, or in the config if nobody knows the model.</summary>
    internal SourceLocation LineOf(NetLayer layer)
    {
        if (lines.Count == 0)
        {
            return places.Find(layer.ToPath());
        }

        var top = layer;
        while (top.Scope.Owner is { } owner)
        {
            top = owner;
        }

        return lines.GetValueOrDefault(top.Name, SourceLocation.None);
    }
}
