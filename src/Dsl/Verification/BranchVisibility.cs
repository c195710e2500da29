using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A tensor of a branch may be read in that branch and in branches inside it, nowhere else.</summary>
internal static class BranchVisibility
{
    internal static void Check(
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        Block root,
        List<Diagnostic> diagnostics
    )
    {
        foreach (var node in nodes)
        {
            CheckAll(node, node.Inputs, node.Block!, diagnostics);
            if (node is CondNode cond)
            {
                CheckAll(cond, cond.ThenResults, cond.Then, diagnostics);
                CheckAll(cond, cond.OtherwiseResults, cond.Otherwise, diagnostics);
            }
        }

        var roots = losses.Select(loss => (loss.Value, loss.Location));
        foreach (var (value, location) in roots.Concat(outputs.Select(output => (output.Value, output.Location))))
        {
            if (value.Node.Block is { } home && !ReferenceEquals(home, root) && root.Encloses(home))
            {
                diagnostics.Add(NameDiagnostics.OutsideItsBranch(value.Node, value) with { Location = location });
            }
        }
    }

    private static void CheckAll(Node user, ImmutableArray<Tensor> values, Block block, List<Diagnostic> diagnostics)
    {
        foreach (var value in values)
        {
            // Leaves are visible everywhere; a tensor of another net has been reported as such.
            var home = value.Node.Block;
            if (home is not null && ReferenceEquals(value.Node.Net, user.Net) && !home.Encloses(block))
            {
                diagnostics.Add(NameDiagnostics.OutsideItsBranch(user, value));
            }
        }
    }
}
