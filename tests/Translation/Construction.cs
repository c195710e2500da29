namespace NetDsl.Tests.Translation;

/// <summary>
/// How RETURNN builds a net (contract 0.1, 3.3): the roots in sorted order, each by first building what it reads. A branch is
/// built with its cond, its own roots in sorted order.
/// </summary>
internal sealed class Construction
{
    private readonly EmittedNet net;
    private readonly HashSet<EmittedLayer> built = [];

    private Construction(EmittedNet net) => this.net = net;

    /// <summary>How many layers are being built at once at worst.</summary>
    public int Depth { get; private set; }

    public int Built => built.Count;

    public static Construction Of(EmittedNet net)
    {
        var construction = new Construction(net);
        construction.BuildRoots(net.Root, 1);
        return construction;
    }

    private void BuildRoots(EmittedScope scope, int depth)
    {
        foreach (
            var root in scope.Layers.Where(layer => layer.IsRoot).OrderBy(layer => layer.Name, StringComparer.Ordinal)
        )
        {
            Build(root, depth);
        }
    }

    private void Build(EmittedLayer layer, int depth)
    {
        if (!built.Add(layer))
        {
            return;
        }

        Depth = Math.Max(Depth, depth);
        foreach (var (_, name) in layer.References())
        {
            if (net.Resolve(layer, name) is [var target, ..])
            {
                Build(target, depth + 1);
            }
        }

        foreach (var branch in layer.Branches)
        {
            BuildRoots(branch, depth + 1);
        }
    }
}
