namespace NetDsl.Cli;

/// <summary>A <c>#:kind value</c> line of a file-based program.</summary>
/// <param name="Kind">Such as <c>package</c>.</param>
/// <param name="Value">The rest of the line.</param>
/// <param name="Line">1 is the first line.</param>
internal sealed record ScriptDirective(string Kind, string Value, int Line);
