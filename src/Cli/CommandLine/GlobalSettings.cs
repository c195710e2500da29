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

    /// <summary>Codes, or <see cref="OptionalValues.All"/>.</summary>
    public ImmutableHashSet<string> WarningsAsErrors { get; init; } = [];

    public ImmutableHashSet<string> NoWarn { get; init; } = [];

    public bool Cache { get; init; } = true;

    public BuildMode Build { get; init; }
}
