namespace NetDsl.Cli;

/// <summary>What <c>import</c> is told.</summary>
/// <param name="Config">The config.</param>
/// <param name="Output">Null for standard output.</param>
/// <param name="Force">Whether a file that is there may be replaced.</param>
/// <param name="Namespace">The namespace of a class; null for a file that runs by itself.</param>
internal sealed record ImportSettings(string Config, string? Output, bool Force, string? Namespace);
