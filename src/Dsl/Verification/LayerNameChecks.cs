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
        List<Diagnostic> diagnostics
    )
    {
        // Two outputs or two losses of one name have been reported as such.
        var asked = new List<Asked>();
        asked.AddRange(
            outputs
                .Select(output => new Asked(root, output.Name, output.Location, IsChecked: true))
                .DistinctBy(name => name.Name)
        );
        asked.AddRange(
            losses
                .Select(loss => new Asked(root, loss.Name, loss.Location, IsChecked: true))
                .DistinctBy(name => name.Name)
        );
        asked.AddRange(
            nodes
                .Where(node => node.RequestedName is not null)
                .Select(node => new Asked(node.Block!, FullName(node, modules), node.Location, IsChecked: false))
        );
        foreach (var group in asked.GroupBy(name => (name.Block, LayerNames.ScopeOf(name.Name))))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                diagnostics.Add(
                    other.Name == first.Name
                        ? NameDiagnostics.SameLayerName(other.Name, other.Location, first.Location)
                        : NameDiagnostics.SameScope(first.Name, other.Name, other.Location, first.Location)
                );
            }

            // Names that clash are reported as such; what is wrong with each would be a second message for one cause.
            if (!first.IsChecked && group.Count() == 1 && !LayerNames.IsSafe(first.Name))
            {
                diagnostics.Add(NameDiagnostics.UnsafeName("layer", first.Name, first.Location));
            }
        }
    }

    private static string FullName(Node node, ModuleNames modules)
    {
        var path = modules.PathOf(node.Module);
        return path.Length == 0 ? node.RequestedName! : $"{path}.{node.RequestedName}";
    }

    private readonly record struct Asked(Block Block, string Name, SourceLocation Location, bool IsChecked);
}
