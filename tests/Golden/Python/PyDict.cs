using System.Collections;

namespace NetDsl.Tests.Golden.Python;

/// <summary>A dict in the order written; a key that comes twice is refused, where Python keeps the last.</summary>
internal sealed class PyDict : IEnumerable<KeyValuePair<object?, object?>>
{
    private readonly List<KeyValuePair<object?, object?>> entries = [];
    private readonly Dictionary<string, object?> byKey = new(StringComparer.Ordinal);

    public int Count => entries.Count;

    public object? this[string key] =>
        byKey.TryGetValue(PythonText.Of(key), out var value)
            ? value
            : throw new KeyNotFoundException($"No key \"{key}\".");

    public bool Has(string key) => byKey.ContainsKey(PythonText.Of(key));

    public bool TryAdd(object? key, object? value)
    {
        if (!byKey.TryAdd(PythonText.Of(key), value))
        {
            return false;
        }

        entries.Add(new(key, value));
        return true;
    }

    public IEnumerator<KeyValuePair<object?, object?>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
