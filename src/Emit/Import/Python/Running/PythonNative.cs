namespace NetDsl.Emit;

/// <summary>Something of Python's or RETURNN's own that this side knows: a function, a module, a method of an object.</summary>
/// <param name="Name">Its name, with that of the module before it; a method begins with a point.</param>
/// <param name="Object">The object of a method.</param>
internal sealed record PythonNative(string Name, object? Object = null)
{
    /// <summary>What the config calls it.</summary>
    public string Text { get; init; } = Name;
}
