using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What a <c>netdsl.json</c> says; null is what it does not say.</summary>
internal sealed record FileSettings
{
    public static FileSettings Empty { get; } = new();

    /// <summary>Whether files further up are not looked for.</summary>
    public bool IsRoot { get; init; }

    public ImmutableDictionary<string, Severity?> Severities { get; init; } =
        ImmutableDictionary.Create<string, Severity?>(StringComparer.Ordinal);

    public bool? WarningsAsErrors { get; init; }

    public int? MaxWarnings { get; init; }

    /// <summary>These settings where they say something, else those of a file further up.</summary>
    public FileSettings Over(FileSettings outer) =>
        this with
        {
            Severities = outer.Severities.SetItems(Severities),
            WarningsAsErrors = WarningsAsErrors ?? outer.WarningsAsErrors,
            MaxWarnings = MaxWarnings ?? outer.MaxWarnings,
        };

    public CodeRules ToRules() =>
        new() { Severities = Severities, WarningsAsErrors = WarningsAsErrors == true ? [OptionalValues.All] : [] };
}
