using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What every verb is told.</summary>
internal sealed record GlobalSettings
{
    /// <summary>Only errors are reported.</summary>
    public bool Quiet { get; init; }

    /// <summary>Infos are reported, too, and what the tool does.</summary>
    public bool Verbose { get; init; }

    public ColorMode Color { get; init; }

    public DiagnosticsFormat Format { get; init; }

    /// <summary>Where diagnostics in <see cref="Format"/> go; then standard error has them as text.</summary>
    public string? DiagnosticsFile { get; init; }

    /// <summary>The settings file that is named, if one is.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>What is said about codes: the strongest source last.</summary>
    public ImmutableArray<CodeRules> Codes { get; init; } = [];

    /// <summary>With more warnings a check fails; null if there may be any number.</summary>
    public int? MaxWarnings { get; init; }

    public bool Cache { get; init; } = true;

    /// <summary>How long the command may take; null if it may take forever.</summary>
    public TimeSpan? TimeLimit { get; init; }

    public BuildMode Build { get; init; }

    /// <summary>Values of the models' own parameters.</summary>
    public ImmutableDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>These settings, and where they are silent those of a file.</summary>
    public GlobalSettings Over(FileSettings file) =>
        this with
        {
            Codes = [file.ToRules(), .. Codes],
            MaxWarnings = MaxWarnings ?? file.MaxWarnings,
        };
}
