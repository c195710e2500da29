namespace NetDsl.Cli;

/// <summary>One spelling of diagnostics.</summary>
internal interface IDiagnosticWriter
{
    void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter target);
}
