using System.Diagnostics.CodeAnalysis;

namespace NetDsl.Emit;

/// <summary>A net, or a net inside a layer: the layers that see each other by their names.</summary>
internal sealed class NetScope
{
    private readonly Dictionary<string, NetLayer> byName = new(StringComparer.Ordinal);
    private readonly List<NetLayer> layers = [];

    internal NetScope(ScopeKind kind, NetLayer? owner, string option)
    {
        Kind = kind;
        Owner = owner;
        Option = option;
        Path =
            owner is null ? ""
            : HoldsOneLayer ? $"{owner.Path}/{option}"
            : owner.Path;
    }

    /// <summary>What it belongs to.</summary>
    public ScopeKind Kind { get; }

    /// <summary>The layer it is in; null for the root.</summary>
    public NetLayer? Owner { get; }

    /// <summary>The option of the owner that holds it: <c>subnetwork</c>, <c>unit</c>, <c>true_layer</c>; empty for the root.</summary>
    public string Option { get; }

    /// <summary>The scope around it.</summary>
    public NetScope? Parent => Owner?.Scope;

    /// <summary>What its layers' paths begin with; of a scope of one layer, that layer's path.</summary>
    public string Path { get; }

    /// <summary>Its layers in the order of the dict.</summary>
    public IReadOnlyList<NetLayer> Layers => layers;

    /// <summary>Whether some of its entries are code, so that it may hold layers that nobody knows.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>Whether it holds one layer that has no name of its own and sees the names of the scope around.</summary>
    public bool HoldsOneLayer => Kind is ScopeKind.Branch or ScopeKind.MaskedUnit;

    /// <summary>
    /// Whether it is built as a whole, so that the scopes around cannot build single layers of it: a loop, a branch, and a
    /// subnetwork that is a branch.
    /// </summary>
    public bool IsEncapsulated => Kind != ScopeKind.Subnetwork || Owner!.IsEncapsulated;

    /// <summary>The scope of the loop whose steps <c>prev:</c> means here; null outside of loops and where a branch is in between.</summary>
    public NetScope? Loop
    {
        get
        {
            var scope = this;
            while (scope.Kind == ScopeKind.Subnetwork && !scope.IsEncapsulated)
            {
                scope = scope.Parent!;
            }

            return scope.Kind == ScopeKind.RecUnit ? scope : null;
        }
    }

    /// <summary>Whether it is in a loop at any depth.</summary>
    public bool IsInLoop
    {
        get
        {
            for (var scope = this; scope is not null; scope = scope.Parent)
            {
                if (scope.Kind == ScopeKind.RecUnit)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Finds a layer of this scope.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out NetLayer layer) => byName.TryGetValue(name, out layer);

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Path}";

    internal void Add(NetLayer layer)
    {
        layers.Add(layer);
        byName.TryAdd(layer.Name, layer);
    }
}
