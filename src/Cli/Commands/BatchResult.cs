using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What became of one of many models.</summary>
/// <param name="Model">Its name; null if it is not known.</param>
internal sealed record BatchResult(string? Model)
{
    /// <summary>Its file in the folder; null if it was not emitted.</summary>
    public string? File { get; init; }

    /// <summary>The SHA-256 of the file.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the file was there with these bytes already.</summary>
    public bool IsUpToDate { get; init; }

    /// <summary>Whether other models were asked for.</summary>
    public bool IsSkipped { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
