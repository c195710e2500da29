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
        FindingList findings
    )
    {
        foreach (var node in nodes)
        {
            CheckAll(node, node.Inputs, node.Block!, findings);
            if (node is CondNode cond)
            {
                CheckAll(cond, cond.ThenResults, cond.Then, findings);
                CheckAll(cond, cond.OtherwiseResults, cond.Otherwise, findings);
            }
        }

        var roots = losses.SelectMany(loss => loss.Tensors.Select(value => (value, loss.Location, loss.Step)));
        foreach (
            var (value, location, step) in roots.Concat(
                outputs.Select(output => (output.Value, output.Location, output.Step))
            )
        )
        {
            if (value.Node.Block is { } home && !ReferenceEquals(home, root) && root.Encloses(home))
            {
                findings.Add(NameDiagnostics.OutsideItsBranch(value.Node, value) with { Location = location }, step);
            }
        }
    }

    private static void CheckAll(Node user, ImmutableArray<Tensor> values, Block block, FindingList findings)
    {
        foreach (var value in values)
        {
            // Leaves are visible everywhere; a tensor of another net has been reported as such.
            var home = value.Node.Block;
            if (home is not null && ReferenceEquals(value.Node.Net, user.Net) && !home.Encloses(block))
            {
                findings.AddAt(user.Id, NameDiagnostics.OutsideItsBranch(user, value));
            }
        }
    }
}
