namespace NetDsl.Emit;

/// <summary>What a call gives.</summary>
internal sealed class PythonArguments
{
    /// <summary>Values by their place.</summary>
    public List<(object Value, int At)> Positional { get; } = [];

    /// <summary>Values by name, in order.</summary>
    public List<(string Name, object Value, int At)> Named { get; } = [];

    public void Add(object value, int at) => Positional.Add((value, at));

    /// <exception cref="PythonUnknownException">The name was given before.</exception>
    public void Add(string name, object value, int at)
    {
        if (Named.Exists(argument => argument.Name == name))
        {
            throw new PythonUnknownException(at, $"the call gives {ImportDiagnostics.Quote(name)} twice");
        }

        Named.Add((name, value, at));
    }
}
