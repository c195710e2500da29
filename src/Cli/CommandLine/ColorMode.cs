namespace NetDsl.Cli;

/// <summary>When severities are coloured.</summary>
internal enum ColorMode
{
    Auto,
    Always,
    Never,
}
