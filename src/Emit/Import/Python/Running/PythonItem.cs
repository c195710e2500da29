namespace NetDsl.Emit;

/// <summary>An item of a container.</summary>
/// <param name="Key">In dicts and sets what it is known by: 1, 1.0 and True are one key.</param>
/// <param name="Value">The value; in a set, the item itself.</param>
/// <param name="KeyAt">Where its key is written; without one, the value.</param>
/// <param name="ValueAt">Where its value is written.</param>
internal readonly record struct PythonItem(OptionValue? Key, object Value, int KeyAt, int ValueAt)
{
    /// <summary>The key as it was written, if it is spelled otherwise.</summary>
    public OptionValue? Spelled { get; init; }
}
