namespace NetDsl.Emit;

/// <summary>An option that differs, as Python spells it.</summary>
/// <param name="Name">The option, or the keys that lead to the value inside it.</param>
/// <param name="Old">Null if it was not there.</param>
/// <param name="New">Null if it is gone.</param>
public sealed record OptionChange(string Name, string? Old, string? New);
