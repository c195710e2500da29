namespace NetDsl.Emit;

/// <summary>A value that only Python knows, as an expression of top-level names.</summary>
/// <param name="Text">The expression.</param>
/// <param name="At">Where the statement is that asked for it.</param>
internal sealed record PythonCode(string Text, int At);
