namespace NetDsl.Tests.Golden;

/// <summary>A layer of a config, comparable with another: options by name, each as text with dims as name and size.</summary>
internal sealed record LayerSummary(string Path, string Class, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>One line, the options sorted by name.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            new[] { $"{Path}: {Class}" }.Concat(
                Options
                    .OrderBy(option => option.Key, StringComparer.Ordinal)
                    .Select(option => $"{option.Key}={option.Value}")
            )
        );
}
