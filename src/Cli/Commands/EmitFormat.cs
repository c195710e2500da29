namespace NetDsl.Cli;

/// <summary>The words of <c>emit --format</c>.</summary>
internal enum EmitFormat
{
    Auto,
    Python,
    Json,
}
