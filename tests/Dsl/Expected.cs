namespace NetDsl.Tests.Dsl;

/// <summary>All that a diagnostic says, with lines of the test's own file.</summary>
internal sealed record Expected(string Code, int Line, string Message, string? Suggestion)
{
    public Severity Severity { get; init; } = Severity.Error;

    public string? Layer { get; init; }

    public IReadOnlyList<(int Line, string Note)> Related { get; init; } = [];

    public string In(string file) =>
        Recorded.Show(
            new Diagnostic(Code, Severity, Message)
            {
                Location = new(file, Line),
                Layer = Layer,
                Suggestion = Suggestion,
                Related = [.. Related.Select(related => new RelatedLocation(new(file, related.Line), related.Note))],
            }
        );
}
