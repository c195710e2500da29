using NetDsl.Tests.Golden.Python;

namespace NetDsl.Tests.Translation;

/// <summary>
/// An emitted Python config read back without any code of the emitter, with RETURNN's rules of who can refer to whom: a bare
/// name is a sibling, each <c>base:</c> goes one net up, <c>a/b</c> is what a cond exports under that name from both branches.
/// </summary>
internal sealed class EmittedNet
{
    private readonly HashSet<string> inputs;

    private EmittedNet(PythonConfig config)
    {
        Root = new EmittedScope((PyDict)config["network"]!);
        inputs = [.. ((PyDict)config["extern_data"]!).Select(item => "data:" + (string)item.Key!)];
    }

    public EmittedScope Root { get; }

    public static EmittedNet Parse(string python) => new(PythonConfig.Parse(python));

    /// <summary>Every layer, those of branches after their cond.</summary>
    public IEnumerable<EmittedLayer> Layers() => LayersIn(Root);

    /// <summary>The layers that a reference means; empty for an input, null if it means nothing.</summary>
    public IReadOnlyList<EmittedLayer>? Resolve(EmittedLayer user, string reference)
    {
        var scope = user.Home;
        while (reference.StartsWith("base:", StringComparison.Ordinal) && scope.Parent is not null)
        {
            (scope, reference) = (scope.Parent, reference["base:".Length..]);
        }

        if (scope.Parent is null && inputs.Contains(reference))
        {
            return [];
        }

        var parts = reference.Split('/');
        var layer = scope.Find(parts[0]);
        return parts.Length == 1
            ? layer is null
                ? null
                : Outputs(layer, "output")
            : Exports(layer, parts[1]);
    }

    /// <summary>All layers that must have run when the layers have: across conds only what the used results need.</summary>
    public HashSet<EmittedLayer> Reached(IEnumerable<EmittedLayer> from)
    {
        var reached = new HashSet<EmittedLayer>();
        var pending = new Stack<EmittedLayer>(from);
        while (pending.TryPop(out var layer))
        {
            if (!reached.Add(layer))
            {
                continue;
            }

            foreach (var (_, name) in layer.References())
            {
                foreach (var target in Resolve(layer, name) ?? [])
                {
                    pending.Push(target);
                }
            }
        }

        return reached;
    }

    private static IReadOnlyList<EmittedLayer>? Exports(EmittedLayer? cond, string name)
    {
        var exported =
            cond is { Class: "cond" }
            && name != "output"
            && cond.Branches.All(branch => branch.Find(name)?.Options.Has("is_output_layer") == true);
        return exported ? Outputs(cond!, name) : null;
    }

    // What a cond yields comes from a layer in each branch.
    private static IReadOnlyList<EmittedLayer> Outputs(EmittedLayer layer, string name) =>
        [layer, .. layer.Branches.Select(branch => branch.Find(name)!).SelectMany(inner => Outputs(inner, "output"))];

    private static IEnumerable<EmittedLayer> LayersIn(EmittedScope scope) =>
        scope.Layers.SelectMany(layer => layer.Branches.SelectMany(LayersIn).Prepend(layer));
}
