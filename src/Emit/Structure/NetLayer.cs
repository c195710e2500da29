namespace NetDsl.Emit;

/// <summary>One layer of a net or of a net inside, and what it refers to.</summary>
internal sealed class NetLayer
{
    // Most layers have no net inside.
    private List<NetScope>? inner;

    internal NetLayer(string name, NetScope scope, DictValue? options)
    {
        Name = name;
        Scope = scope;
        Options = options ?? DictValue.Empty;
        IsCode = options is null;
        Path =
            scope.HoldsOneLayer ? scope.Path
            : scope.Path.Length == 0 ? name
            : $"{scope.Path}/{name}";
        ClassName = Options["class"] is StringValue { Value: var text } ? text : "";
    }

    /// <summary>The key in the dict; of a branch or a masked unit, the option that holds it.</summary>
    public string Name { get; }

    /// <summary>Where it is, from the root: <c>sub/x</c>, <c>c/true_layer/x</c>.</summary>
    public string Path { get; }

    /// <summary>The scope it is in.</summary>
    public NetScope Scope { get; }

    /// <summary>The dict; empty if it is code.</summary>
    public DictValue Options { get; }

    /// <summary>Whether nothing is known of it but its name.</summary>
    public bool IsCode { get; }

    /// <summary>The class; empty if there is none or it is code.</summary>
    public string ClassName { get; }

    /// <summary>The nets inside, in the order in which RETURNN builds them.</summary>
    public IReadOnlyList<NetScope> Inner => inner ?? (IReadOnlyList<NetScope>)[];

    /// <summary>What it refers to, in the order in which RETURNN asks for it.</summary>
    public IReadOnlyList<NetReference> References { get; internal set; } = [];

    /// <summary>Whether RETURNN builds it.</summary>
    public bool IsBuilt { get; internal set; }

    /// <summary>Whether it is built for search alone (contract 3.3).</summary>
    public bool IsForSearch { get; internal set; }

    /// <summary>Whether a subnetwork is built as a whole: it is a branch or a masked unit, or asks for it.</summary>
    public bool IsEncapsulated => Scope.HoldsOneLayer || Options.IsOn("encapsulate");

    /// <summary>The net inside that an option holds, or null.</summary>
    public NetScope? InnerOf(string option)
    {
        foreach (var scope in Inner)
        {
            if (scope.Option == option)
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Path} ({ClassName})";

    internal void Add(NetScope scope) => (inner ??= []).Add(scope);
}
