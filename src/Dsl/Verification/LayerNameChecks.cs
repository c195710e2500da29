using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Names that users asked for: safe for RETURNN, and different from each other after its own mapping (contract 3.1).</summary>
internal static class LayerNameChecks
{
    internal static void Check(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        ModuleNames modules,
        Block root,
        FindingList findings
    )
    {
        // Two outputs or two losses of one name have been reported as such, and so have names of modules.
        var roots = outputs
            .Select(output => new Asked(root, output.Name, output.Location, output.Step))
            .DistinctBy(name => name.Name)
            .Concat(
                losses
                    .Select(loss => new Asked(root, loss.Name, loss.Location, loss.Step))
                    .DistinctBy(name => name.Name)
            );
        var named = nodes
            .Where(node => node.RequestedName is not null && !modules.IsFaulty(node.Module))
            .Select(node => new Asked(node.Block!, FullName(node, modules), node.Location, node.Id));
        foreach (var group in roots.Concat(named).GroupBy(name => (name.Block, LayerNames.ScopeOf(name.Name))))
        {
            CheckGroup([.. group], findings);
        }

        CheckStates(nodes, findings);
    }

    // Several states may ask for one name: steps of modules are called more than once.
    private static void CheckStates(ImmutableArray<Node> nodes, FindingList findings)
    {
        foreach (var node in nodes)
        {
            if (node is LoopStateNode { Name: { } name } && !LayerNames.IsSafe(name))
            {
                findings.AddAt(node.Id, NameDiagnostics.UnsafeName("state", name, node.Location));
            }
        }
    }

    private static void CheckGroup(List<Asked> group, FindingList findings)
    {
        var first = group[0];
        foreach (var other in group.Skip(1))
        {
            var clash =
                other.Name == first.Name
                    ? NameDiagnostics.SameLayerName(other.Name, other.Location, first.Location)
                    : NameDiagnostics.SameScope(first.Name, other.Name, other.Location, first.Location);
            findings.Add(clash, other.Step);
        }

        // Names that clash are reported as such; what is wrong with each would be a second message for one cause.
        if (group.Count == 1 && LayerNames.IsReserved(first.Name))
        {
            findings.Add(NameDiagnostics.ReservedName(first.Name, first.Location), first.Step);
        }
        else if (group.Count == 1 && !LayerNames.IsSafe(first.Name))
        {
            findings.Add(NameDiagnostics.UnsafeName("layer", first.Name, first.Location), first.Step);
        }
    }

    private static string FullName(Node node, ModuleNames modules)
    {
        var path = modules.PathOf(node.Module);
        return path.Length == 0 ? node.RequestedName! : $"{path}.{node.RequestedName}";
    }

    private readonly record struct Asked(Block Block, string Name, SourceLocation Location, int Step);
}
