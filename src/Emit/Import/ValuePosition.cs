namespace NetDsl.Emit;

/// <summary>Where one value of a config is written.</summary>
/// <param name="Key">Where its key begins; in a sequence, where the value begins.</param>
/// <param name="Value">Where the value itself begins, or the name that stands for it.</param>
/// <param name="Inner">Where the values inside it are, or null if there are none.</param>
internal readonly record struct ValuePosition(int Key, int Value, PositionTree? Inner);
