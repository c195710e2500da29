namespace NetDsl;

/// <summary>The long text of each diagnostic code: what it means, an example, and the way out.</summary>
public static class DiagnosticTexts
{
    /// <summary>Every code that has a text, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. typeof(DiagnosticTexts)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("ND", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a code in Markdown, or null if there is no such code.</summary>
    /// <param name="code">Such as <c>ND2001</c>.</param>
    public static string? Find(string code)
    {
        using var stream = typeof(DiagnosticTexts).Assembly.GetManifestResourceStream(code + ".md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
