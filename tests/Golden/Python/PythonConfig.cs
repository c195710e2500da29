namespace NetDsl.Tests.Golden.Python;

/// <summary>
/// A Python config of the plain kind that NetDsl writes, read without Python: imports, comments, and names assigned once to
/// literals, dims, calls and sums of them. Everything else is refused with its line, also a name that nothing defines.
/// </summary>
/// <remarks>
/// Values are <c>null</c>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
/// <c>List&lt;object?&gt;</c>, <see cref="PyTuple"/>, <see cref="PySet"/>, <see cref="PyDict"/>, <see cref="PyName"/>,
/// <see cref="PyAttribute"/>, <see cref="PyCall"/> and <see cref="PyBinary"/>.
/// </remarks>
internal sealed class PythonConfig
{
    private readonly Dictionary<string, object?> byName;

    public PythonConfig(IReadOnlyList<(string Name, object? Value)> assignments)
    {
        Assignments = assignments;
        byName = assignments.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
    }

    /// <summary>In the order written.</summary>
    public IReadOnlyList<(string Name, object? Value)> Assignments { get; }

    public object? this[string name] =>
        byName.TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"The config does not assign {name}.");

    /// <exception cref="PythonSyntaxException">The text holds something else.</exception>
    public static PythonConfig Parse(string text) => new(new PythonParser(PythonTokenizer.Read(text)).Statements());

    public bool Has(string name) => byName.ContainsKey(name);
}
