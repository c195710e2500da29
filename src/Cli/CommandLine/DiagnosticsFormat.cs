namespace NetDsl.Cli;

/// <summary>The spelling of diagnostics.</summary>
internal enum DiagnosticsFormat
{
    Text,
    Json,
    Sarif,
    Github,
}
