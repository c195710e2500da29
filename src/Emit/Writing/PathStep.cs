namespace NetDsl.Emit;

/// <summary>One step from a value into what it holds.</summary>
/// <param name="Container">The dict or sequence; null for the config itself.</param>
/// <param name="Key">The key of a dict or of the config; null in a sequence.</param>
/// <param name="Index">The position in a sequence.</param>
internal readonly record struct PathStep(OptionValue? Container, OptionValue? Key, int Index);
