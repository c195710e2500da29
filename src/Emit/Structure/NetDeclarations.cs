namespace NetDsl.Emit;

/// <summary>The scopes and layers of a net, before anything is resolved.</summary>
internal sealed class NetDeclarations
{
    // Deeper than Python reads; the writer says so.
    private const int Deepest = 100;

    private readonly List<NetLayer> layers = [];
    private readonly Dictionary<string, NetLayer> registered = new(StringComparer.Ordinal);

    private NetDeclarations(NetScope root) => Root = root;

    /// <summary>The net itself.</summary>
    public NetScope Root { get; }

    /// <summary>All layers, each before those inside it.</summary>
    public IReadOnlyList<NetLayer> Layers => layers;

    /// <summary>Layers of the root whose output is an input, too, by its key.</summary>
    public IReadOnlyDictionary<string, NetLayer> Registered => registered;

    internal static NetDeclarations Read(NetSource source)
    {
        var declarations = new NetDeclarations(new(ScopeKind.Root, null, "") { IsOpen = source.IsOpen });
        declarations.AddLayers(declarations.Root, source.Network, 0);
        return declarations;
    }

    private void AddLayers(NetScope scope, DictValue net, int depth)
    {
        foreach (var (key, value) in net)
        {
            if (key is not StringValue { Value: var name })
            {
                scope.IsOpen |= key is CodeValue;
            }
            // Keys that start with # are for the engine, not layers (contract 1.4).
            else if (!name.StartsWith('#') && value is DictValue or CodeValue)
            {
                AddLayer(scope, name, value as DictValue, depth);
            }
        }
    }

    private void AddLayer(NetScope scope, string name, DictValue? options, int depth)
    {
        var layer = new NetLayer(name, scope, options);
        scope.Add(layer);
        layers.Add(layer);
        if (scope.Kind == ScopeKind.Root && layer.Options["register_as_extern_data"] is StringValue key)
        {
            registered.TryAdd(key.Value, layer);
        }

        switch (layer.ClassName)
        {
            case "subnetwork":
                AddNet(layer, "subnetwork", ScopeKind.Subnetwork, depth);
                break;
            case "rec":
                AddNet(layer, "unit", ScopeKind.RecUnit, depth);
                break;
            case "masked_computation":
                AddOne(layer, "unit", ScopeKind.MaskedUnit, depth);
                break;
            case "cond":
                AddOne(layer, "condition", ScopeKind.Branch, depth);
                AddOne(layer, "true_layer", ScopeKind.Branch, depth);
                AddOne(layer, "false_layer", ScopeKind.Branch, depth);
                break;
        }
    }

    private void AddNet(NetLayer owner, string option, ScopeKind kind, int depth)
    {
        var value = owner.Options[option];
        if (value is not (DictValue or CodeValue) || (kind == ScopeKind.RecUnit && value is CodeValue))
        {
            return;
        }

        var scope = new NetScope(kind, owner, option) { IsOpen = value is CodeValue || depth >= Deepest };
        owner.Add(scope);
        if (value is DictValue net && depth < Deepest)
        {
            AddLayers(scope, net, depth + 1);
        }
    }

    private void AddOne(NetLayer owner, string option, ScopeKind kind, int depth)
    {
        if (owner.Options[option] is DictValue layer && depth < Deepest)
        {
            var scope = new NetScope(kind, owner, option);
            owner.Add(scope);
            AddLayer(scope, option, layer, depth + 1);
        }
    }
}
