namespace NetDsl.Emit;

/// <summary>A piece of Python text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last one.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, int Start, int End);
