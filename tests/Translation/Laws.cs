using System.Text.RegularExpressions;

namespace NetDsl.Tests.Translation;

/// <summary>What holds for every emitted net; each law lists what breaks it.</summary>
internal static partial class Laws
{
    // Contract 3.2: all others take "data" for their source if they name none.
    private static readonly HashSet<string> withoutSources =
    [
        "constant",
        "variable",
        "variable_read",
        "variable_assign",
        "switch",
        "train_flag",
        "sparse_softmax_cross_entropy_with_logits",
    ];

    public static IEnumerable<string> UnsafeNames(EmittedNet net) =>
        net.Layers().Where(layer => !SafeName().IsMatch(layer.Name)).Select(layer => layer.Path);

    public static IEnumerable<string> MissingSources(EmittedNet net) =>
        net.Layers()
            .Where(layer => !layer.Options.Has("from") && !withoutSources.Contains(layer.Class))
            .Select(layer => layer.Path);

    public static IEnumerable<string> BrokenReferences(EmittedNet net) =>
        from layer in net.Layers()
        from reference in layer.References()
        where net.Resolve(layer, reference.Name) is null
        select $"{layer.Path}: {reference.Option} {reference.Name}";

    public static IEnumerable<string> DeadLayers(EmittedNet net)
    {
        var reached = net.Reached(net.Root.Layers.Where(layer => layer.IsRoot));
        return net.Layers().Where(layer => !reached.Contains(layer)).Select(layer => layer.Path);
    }

    public static IEnumerable<string> SharedVariables(EmittedNet net) =>
        net.Layers()
            .Where(layer => layer.Class == "variable")
            .GroupBy(layer => $"{layer.Text("name_scope")}/{layer.Text("param_name")}")
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    public static IEnumerable<string> UpdatesThatNeverRun(EmittedNet net)
    {
        var run = net.Reached(net.Root.Layers.Where(layer => layer.RunsUpdates));
        return Assigns(net).Where(assign => !run.Contains(assign)).Select(assign => assign.Path);
    }

    public static IEnumerable<string> UpdatesWithoutOrder(EmittedNet net) =>
        from updates in Assigns(net).GroupBy(assign => Variable(net, assign))
        from pair in Pairs(updates.ToList())
        where !AreExclusive(pair.First, pair.Second) && !Waits(net, pair.Second, pair.First)
        select $"{pair.Second.Path} after {pair.First.Path}";

    public static IEnumerable<string> ReadsThatRace(EmittedNet net) =>
        from assign in Assigns(net)
        let variable = Variable(net, assign)
        from reader in net.Layers()
        where reader.Class != "variable_assign" && Reads(net, reader, variable)
        where !AreExclusive(assign, reader) && !Waits(net, assign, reader)
        select $"{reader.Path} reads what {assign.Path} updates";

    /// <summary>Whether the two stand in different branches of one cond, so that never both run.</summary>
    public static bool AreExclusive(EmittedLayer first, EmittedLayer second) =>
        (
            from one in first.Home.Outwards()
            from other in second.Home.Outwards()
            select one.Owner is not null && one.Owner == other.Owner && one != other
        ).Any(exclusive => exclusive);

    /// <summary>Whether a layer runs only when the other has run.</summary>
    public static bool Waits(EmittedNet net, EmittedLayer layer, EmittedLayer other) =>
        net.Reached(layer.References().SelectMany(reference => net.Resolve(layer, reference.Name) ?? []))
            .Contains(other);

    private static IEnumerable<EmittedLayer> Assigns(EmittedNet net) =>
        net.Layers().Where(layer => layer.Class == "variable_assign");

    private static EmittedLayer Variable(EmittedNet net, EmittedLayer assign) =>
        net.Resolve(assign, assign.Text("var")!)![0];

    private static bool Reads(EmittedNet net, EmittedLayer reader, EmittedLayer variable) =>
        reader.References().Any(reference => (net.Resolve(reader, reference.Name) ?? []).Contains(variable));

    private static IEnumerable<(EmittedLayer First, EmittedLayer Second)> Pairs(List<EmittedLayer> layers) =>
        from second in Enumerable.Range(0, layers.Count)
        from first in Enumerable.Range(0, second)
        select (layers[first], layers[second]);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.]*\z")]
    private static partial Regex SafeName();
}
