namespace NetDsl.Tests.Docs;

/// <summary>A fenced block of a document.</summary>
/// <param name="File">The document, from the root of the repository.</param>
/// <param name="Line">The first line inside the fence.</param>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Text">The lines inside, each with its line break.</param>
internal sealed record CodeBlock(string File, int Line, string Language, string Text)
{
    public string Place => FormattableString.Invariant($"{File}({Line})");

    /// <summary>Whether a block is a program that hands over models by itself.</summary>
    public bool IsProgram => Language == "csharp" && Text.Contains("NetDslCli.Run(", StringComparison.Ordinal);
}
