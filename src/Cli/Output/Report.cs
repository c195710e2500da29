namespace NetDsl.Cli;

/// <summary>The diagnostics of one command, after what the user said about codes and severities.</summary>
internal sealed class Report(GlobalSettings settings)
{
    private readonly List<Diagnostic> diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    public void Add(IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            Add(diagnostic);
        }
    }

    public void Add(Diagnostic found)
    {
        if (found.Severity != Severity.Error && settings.NoWarn.Contains(found.Code))
        {
            return;
        }

        var severity = IsRaised(found) ? Severity.Error : found.Severity;
        var shown = severity switch
        {
            Severity.Error => true,
            Severity.Warning => !settings.Quiet,
            _ => settings.Verbose,
        };
        if (shown)
        {
            diagnostics.Add(found with { Severity = severity });
        }
    }

    private bool IsRaised(Diagnostic diagnostic) =>
        diagnostic.Severity == Severity.Warning
        && (
            settings.WarningsAsErrors.Contains(OptionalValues.All)
            || settings.WarningsAsErrors.Contains(diagnostic.Code)
        );
}
