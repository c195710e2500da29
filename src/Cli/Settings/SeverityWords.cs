namespace NetDsl.Cli;

/// <summary>How severities are written in settings.</summary>
internal static class SeverityWords
{
    private static readonly Severity?[] severities = [Severity.Error, Severity.Warning, Severity.Info, null];

    /// <summary>The words, <c>none</c> among them.</summary>
    public static string[] All { get; } = ["error", "warning", "info", "none"];

    /// <summary>The severity that a word means; null for none.</summary>
    public static bool TryParse(string word, out Severity? severity)
    {
        var index = Array.IndexOf(All, word);
        severity = index >= 0 ? severities[index] : null;
        return index >= 0;
    }

    public static string Of(Severity severity) => All[Array.IndexOf(severities, severity)];
}
