using NetDsl.Tests.Golden.Python;

namespace NetDsl.Tests.Translation;

/// <summary>A layer dict of an emitted config: the net, or the sub-net of one branch.</summary>
internal sealed class EmittedScope
{
    private readonly Dictionary<string, EmittedLayer> byName = new(StringComparer.Ordinal);

    public EmittedScope(PyDict net, EmittedScope? parent = null, EmittedLayer? owner = null, string branch = "")
    {
        (Parent, Owner, Branch) = (parent, owner, branch);
        foreach (var (key, value) in net)
        {
            Add((string)key!, (PyDict)value!);
        }
    }

    public EmittedScope? Parent { get; }

    /// <summary>The cond whose branch this is.</summary>
    public EmittedLayer? Owner { get; }

    /// <summary><c>true_layer</c> or <c>false_layer</c>.</summary>
    public string Branch { get; }

    /// <summary>In the order written.</summary>
    public List<EmittedLayer> Layers { get; } = [];

    public EmittedLayer? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>This scope and those around it, innermost first.</summary>
    public IEnumerable<EmittedScope> Outwards()
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            yield return scope;
        }
    }

    private void Add(string name, PyDict options)
    {
        var layer = new EmittedLayer(name, this, options);
        if (layer.Class == "cond")
        {
            layer.Branches = [BranchOf(layer, "true_layer"), BranchOf(layer, "false_layer")];
        }

        Layers.Add(layer);
        byName.Add(name, layer);
    }

    private EmittedScope BranchOf(EmittedLayer cond, string branch) =>
        new((PyDict)((PyDict)cond.Options[branch]!)["subnetwork"]!, this, cond, branch);
}
