namespace NetDsl.Emit;

/// <summary>The names of one call of a function, or of one comprehension.</summary>
/// <param name="Own">Names that the function assigns: they are its own also before it does.</param>
/// <param name="Globals">Names that it declares to be those of the config.</param>
/// <param name="Parent">The call around the function's definition, if there is one.</param>
internal sealed record PythonCallFrame(IReadOnlySet<string> Own, IReadOnlySet<string> Globals, PythonCallFrame? Parent)
{
    public Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>return</c> gave.</summary>
    public object Result { get; set; } = OptionValue.None;

    /// <summary>Whether a name is that of this call or of one around it.</summary>
    public bool Knows(string name) => !Globals.Contains(name) && (Own.Contains(name) || (Parent?.Knows(name) ?? false));
}
