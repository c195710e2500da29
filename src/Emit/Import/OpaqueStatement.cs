namespace NetDsl.Emit;

/// <summary>A statement that is kept as text because only Python knows what it does: imports, functions, loops, calls.</summary>
/// <param name="Text">The statement as written, with its block and its decorators.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last one.</param>
internal sealed record OpaqueStatement(string Text, SourceLocation Start, SourceLocation End);
