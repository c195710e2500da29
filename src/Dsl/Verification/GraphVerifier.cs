using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Checks a recording as a whole, and makes the graph of it. Linear in the number of nodes, without recursion over depth.</summary>
internal static class GraphVerifier
{
    internal static Graph Verify(
        Net net,
        Block root,
        List<InputNode> inputs,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        KnownModules modules,
        List<Diagnostic> faults
    )
    {
        var diagnostics = new List<Diagnostic>(faults);
        var nodes = Flatten(root);
        var used = ParameterNames.Used(nodes, losses, outputs);
        var names = new ModuleNames(modules, used.ToHashSet(), diagnostics);
        BranchVisibility.Check(nodes, losses, outputs, root, diagnostics);
        UpdateChecks.Check(nodes, diagnostics);
        LayerNameChecks.Check(nodes, losses, outputs, names, root, diagnostics);
        var parameters = ParameterNames.Collect(used, names, diagnostics);
        CheckRoots(net, losses, outputs, diagnostics);
        return new Graph(net, root, names, parameters)
        {
            Inputs = [.. inputs],
            Losses = [.. losses],
            Outputs = [.. outputs],
            Nodes = nodes,
            Diagnostics = [.. diagnostics],
        };
    }

    // Nesting is as deep as the user's source, but one frame a branch is not needed either.
    private static ImmutableArray<Node> Flatten(Block root)
    {
        var result = ImmutableArray.CreateBuilder<Node>();
        var stack = new Stack<(Block Block, int Next, Node? Owner)>();
        stack.Push((root, 0, null));
        while (stack.TryPop(out var frame))
        {
            var (block, next, owner) = frame;
            if (next == block.Nodes.Count)
            {
                if (owner is not null)
                {
                    result.Add(owner);
                }

                continue;
            }

            stack.Push((block, next + 1, owner));
            if (block.Nodes[next] is CondNode cond)
            {
                stack.Push((cond.Otherwise, 0, cond));
                stack.Push((cond.Then, 0, null));
            }
            else
            {
                result.Add(block.Nodes[next]);
            }
        }

        return result.ToImmutable();
    }

    private static void CheckRoots(
        Net net,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        List<Diagnostic> diagnostics
    )
    {
        if (losses.Count == 0 && outputs.Count == 0)
        {
            diagnostics.Add(UpdateDiagnostics.NothingToBuild(net));
        }
        else if (losses.Count == 0 && net.Training is { Task: "train" })
        {
            diagnostics.Add(UpdateDiagnostics.NoLoss(net));
        }
    }
}
