namespace NetDsl;

/// <summary>A text; always escaped when written.</summary>
/// <param name="Value">The text.</param>
public sealed record StringValue(string Value) : OptionValue;
