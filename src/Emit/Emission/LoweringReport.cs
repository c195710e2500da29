namespace NetDsl.Emit;

/// <summary>What each lowering rule did, and why not.</summary>
/// <param name="Lines">One entry a place.</param>
public sealed record LoweringReport(IReadOnlyList<string> Lines)
{
    /// <summary>The report as text, one entry a place.</summary>
    /// <param name="showPath">Turns a source file's path into what the reader shall see.</param>
    public string ToText(Func<string, string> showPath) => string.Join('\n', Lines.Select(showPath));
}
