namespace NetDsl.Cli;

/// <summary>The text that explains a code, in its parts.</summary>
/// <param name="Title">A few words: what happened.</param>
/// <param name="Body">All below the title, in Markdown.</param>
internal sealed record ExplainText(string Title, string Body)
{
    /// <summary>The code and both parts.</summary>
    public required string Whole { get; init; }

    /// <summary>The text of a code, or null if it has none.</summary>
    public static ExplainText? Of(string code)
    {
        if (DiagnosticTexts.Find(code)?.ReplaceLineEndings("\n").TrimEnd('\n') is not { } text)
        {
            return null;
        }

        var head = text.Split('\n')[0];
        var title = head[(head.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        return new(title, text[head.Length..].Trim('\n')) { Whole = text + "\n" };
    }
}
