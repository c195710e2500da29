namespace NetDsl;

/// <summary>The modules that a net has met.</summary>
internal sealed class KnownModules
{
    private readonly List<Module> all = [];
    private readonly HashSet<Module> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, SourceLocation> called = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Module, string> names = new(ReferenceEqualityComparer.Instance);

    /// <summary>In the order they became known; some were only made while the net was being recorded, and may be another net's.</summary>
    internal IReadOnlyList<Module> All => all;

    /// <summary>Parameters that were made while the net was being recorded, held by modules or not.</summary>
    internal List<Parameter> Parameters { get; } = [];

    /// <summary>A parameter was made while the net was being recorded.</summary>
    internal void Made(Parameter parameter) => Parameters.Add(parameter);

    /// <summary>A module was made while the net was being recorded.</summary>
    internal void Made(Module module)
    {
        if (known.Add(module))
        {
            all.Add(module);
        }
    }

    /// <summary>A module was called in the net.</summary>
    internal void Called(Module module, SourceLocation location)
    {
        Made(module);
        called.TryAdd(module, location);
    }

    /// <summary>A module was added to the net under a name.</summary>
    internal void Named(Module module, string name, SourceLocation location)
    {
        Called(module, location);
        names[module] = name;
    }

    /// <summary>Whether the module was called in the net, or added to it.</summary>
    internal bool IsCertain(Module module) => called.ContainsKey(module);

    /// <summary>The name that the module was given, or null.</summary>
    internal string? NameOf(Module module) => names.GetValueOrDefault(module);

    /// <summary>Where the module was first called or named; unknown if it was only made.</summary>
    internal SourceLocation LineOf(Module module) => called.GetValueOrDefault(module);
}
