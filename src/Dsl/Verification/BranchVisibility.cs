using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A tensor of a branch or of a loop may be read there and in blocks inside it, nowhere else.</summary>
internal static class BranchVisibility
{
    internal static void Check(
        ImmutableArray<Node> nodes,
        BlockHomes homes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        Block root,
        FindingList findings
    )
    {
        foreach (var node in nodes)
        {
            CheckAll(node, node.Inputs, node.Block!, homes, findings);
            switch (node)
            {
                case CondNode cond:
                    CheckAll(cond, cond.ThenResults, cond.Then, homes, findings);
                    CheckAll(cond, cond.OtherwiseResults, cond.Otherwise, homes, findings);
                    break;
                case LoopNode loop:
                    CheckAll(loop, loop.Inner, loop.Body, homes, findings);
                    break;
                case MaskedNode masked:
                    CheckAll(masked, [masked.Result], masked.Body, homes, findings);
                    break;
                case LoopStateNode { Next: { } next } state:
                    CheckAll(state, [next], state.Block!, homes, findings);
                    break;
            }
        }

        var roots = losses.SelectMany(loss => loss.Tensors.Select(value => (value, loss.Location, loss.Step)));
        foreach (
            var (value, location, step) in roots.Concat(
                outputs.Select(output => (output.Value, output.Location, output.Step))
            )
        )
        {
            if (homes.Of(value.Node) is { } home && !ReferenceEquals(home, root) && root.Encloses(home))
            {
                findings.Add(Outside(value.Node, value, home) with { Location = location }, step);
            }
        }
    }

    private static void CheckAll(
        Node user,
        IEnumerable<Tensor> values,
        Block block,
        BlockHomes homes,
        FindingList findings
    )
    {
        foreach (var value in values)
        {
            // Leaves are visible everywhere; a tensor of another net has been reported as such.
            var home = homes.Of(value.Node);
            if (home is not null && ReferenceEquals(value.Node.Net, user.Net) && !home.Encloses(block))
            {
                findings.AddAt(user.Id, Outside(user, value, home));
            }
        }
    }

    private static Diagnostic Outside(Node user, Tensor value, Block home) =>
        home.HasScope ? LoopDiagnostics.OutsideItsLoop(user, value) : NameDiagnostics.OutsideItsBranch(user, value);
}
