using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>The top-level names of a config, as far as its statements were read.</summary>
internal sealed class PythonScope
{
    private static readonly FrozenSet<string> known = FrozenSet.Create(
        StringComparer.Ordinal,
        PythonImports.Dim,
        PythonNames.SpatialDim,
        PythonNames.FeatureDim,
        PythonImports.BatchDim,
        PythonImports.ImplicitSparseDim,
        PythonImports.ImplicitDynSizeDim,
        PythonNames.Set
    );

    private readonly Dictionary<string, PythonBinding> bindings = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);

    /// <summary>Names that code binds or changes.</summary>
    public FrozenSet<string> Changed => changed.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether code binds or changes a name.</summary>
    public bool IsChanged(string name) => changed.Contains(name);

    /// <summary>Where a name was bound last, or -1.</summary>
    public int BoundAt(string name) => bindings.GetValueOrDefault(name)?.At ?? -1;

    /// <summary>The value of a name, or null.</summary>
    public Evaluated? ValueOf(string name) => bindings.GetValueOrDefault(name)?.Value;

    /// <summary>Which of RETURNN's names a name is, also if the import is missing; null if the config made it its own.</summary>
    public string? KnownAs(string name) =>
        bindings.TryGetValue(name, out var binding) ? binding.Imported
        : known.Contains(name) ? name
        : null;

    /// <summary>Whether a line binds a name, or may do so.</summary>
    public bool IsBound(string name) => bindings.ContainsKey(name) || changed.Contains(name);

    /// <summary>The names that stand for something, dims first: most misspelt names are those of dims.</summary>
    public IEnumerable<string> NamesOfValues =>
        bindings.OrderBy(binding => (binding.Value.Value?.Value is not DimValue, binding.Value.At)).Select(b => b.Key);

    /// <summary>A name gets a value.</summary>
    public void Bind(string name, Evaluated value, int at) => bindings[name] = new(value, at);

    /// <summary>A name gets something that only Python knows.</summary>
    public void BindCode(string name, int at) => bindings[name] = new(null, at);

    /// <summary>A name is imported.</summary>
    public void Import(string name, string original, bool isReturnn, int at) =>
        bindings[name] = new(null, at) { Imported = isReturnn && known.Contains(original) ? original : null };

    /// <summary>Code may bind or change a name: what it stands for is not known any more.</summary>
    public void Change(string name)
    {
        changed.Add(name);
        if (bindings.TryGetValue(name, out var binding) && binding.Imported is null)
        {
            bindings[name] = binding with { Value = null };
        }
    }

    /// <summary>Code uses a name, and may change what it stands for but not the name.</summary>
    public void Use(string name)
    {
        if (ValueOf(name) is { IsMutable: true })
        {
            Change(name);
        }
    }
}
