namespace NetDsl.Emit;

/// <summary>A logical line of Python.</summary>
/// <param name="Meaning">The line as Python reads it: indentation as a level, tokens with one blank between, strings and numbers by value.</param>
/// <param name="Text">What is written, up to the first line end.</param>
internal sealed record CodeLine(string Meaning, string Text);
