namespace NetDsl.Cli;

/// <summary>The diagnostics of one command, after what the user said about codes and severities.</summary>
internal sealed class Report(GlobalSettings settings)
{
    private readonly List<Diagnostic> diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>How many warnings there are, shown or not.</summary>
    public int Warnings { get; private set; }

    /// <summary>The exit code of work that went to its end.</summary>
    public int Outcome =>
        diagnostics.Exists(ToolDiagnostics.IsBug) ? ExitCode.Bug
        : HasErrors ? ExitCode.Errors
        : ExitCode.Done;

    public void Add(IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            Add(diagnostic);
        }
    }

    public void Add(Diagnostic found)
    {
        if (SeverityOf(found) is not { } severity)
        {
            return;
        }

        Warnings += severity == Severity.Warning ? 1 : 0;
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

    // An error stays one: what has errors must not be emitted, or be called right.
    private Severity? SeverityOf(Diagnostic found) =>
        found.Severity == Severity.Error
            ? Severity.Error
            : settings.Codes.Aggregate((Severity?)found.Severity, (severity, rules) => rules.Apply(found, severity));
}
