namespace NetDsl.Emit;

/// <summary>A layer-dict net as RETURNN resolves it: its layers at every depth, what each refers to, and what is built.</summary>
internal sealed class NetStructure
{
    internal NetStructure(NetScope root, IReadOnlyList<NetLayer> all, NetConstruction construction)
    {
        Root = root;
        All = all;
        Layers = construction.Built;
        Cycles = construction.Cycles;
        Inputs = construction.Inputs;
        Deepest = construction.Deepest;
        Unbuilt = [.. all.Where(layer => !layer.IsBuilt)];
    }

    /// <summary>The net itself.</summary>
    public NetScope Root { get; }

    /// <summary>Every layer at every depth, a layer before those inside it.</summary>
    public IReadOnlyList<NetLayer> All { get; }

    /// <summary>
    /// Every built layer at every depth, each after all that it reads and after the layers inside it; references to the step
    /// before and to parameters may point forward, and so do those that close a cycle.
    /// </summary>
    public IReadOnlyList<NetLayer> Layers { get; }

    /// <summary>The layers that nothing asks for: RETURNN does not make them, nor their variables (contract 3.3).</summary>
    public IReadOnlyList<NetLayer> Unbuilt { get; }

    /// <summary>Cycles that are not broken by <c>prev:</c>, each as the layers on the way; the first few.</summary>
    public IReadOnlyList<IReadOnlyList<NetLayer>> Cycles { get; }

    /// <summary>The inputs of nets inside that layers in them read.</summary>
    public IReadOnlyList<ScopeInputTarget> Inputs { get; }

    /// <summary>The layer that RETURNN reaches with the most others unfinished, and how many these are, itself among them.</summary>
    public (NetLayer? Layer, int Depth) Deepest { get; }

    /// <summary>Reads the net of a config.</summary>
    public static NetStructure Read(Config config) => Read(NetSource.Of(config));

    /// <summary>Reads a net.</summary>
    public static NetStructure Read(NetSource source)
    {
        var declarations = NetDeclarations.Read(source);
        new ReferenceReader(source, declarations).ReadAll();
        return new(declarations.Root, declarations.Layers, NetConstruction.Run(declarations.Root));
    }

    /// <summary>For each built layer those that read it, in any step; a layer with a net inside reads that net's output.</summary>
    public ILookup<NetLayer, NetLayer> Readers() =>
        Layers
            .SelectMany(layer => ReadBy(layer).Select(read => (Read: read, Reader: layer)))
            .ToLookup(pair => pair.Read, pair => pair.Reader);

    private static IEnumerable<NetLayer> ReadBy(NetLayer layer)
    {
        foreach (var reference in layer.References)
        {
            if (reference.Target.Source is { } source)
            {
                yield return source;
            }
        }

        foreach (var scope in layer.Inner)
        {
            if (scope.HoldsOneLayer)
            {
                yield return scope.Layers[0];
            }
            else if (scope.TryGet("output", out var output))
            {
                yield return output;
            }
        }
    }
}
