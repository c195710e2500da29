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
        FindingList faults
    )
    {
        var findings = new FindingList();
        findings.AddRange(faults);
        var nodes = Flatten(root);
        var used = ParameterNames.Used(nodes, losses, outputs);
        var names = new ModuleNaming(modules, used.Select(use => use.Parameter).ToHashSet(), findings).Run();
        var homes = Homes(nodes);
        BranchVisibility.Check(nodes, homes, losses, outputs, root, findings);
        LoopChecks.Check(nodes, homes, findings);
        SearchChecks.Check(net, nodes, losses, outputs, findings);
        UpdateChecks.Check(nodes, findings);
        LayerNameChecks.Check(nodes, losses, outputs, names, root, findings);
        var parameters = ParameterNames.Collect(used, names, modules.Parameters, findings);
        if (net.Written is null)
        {
            CheckRoots(net, nodes, losses, outputs, findings);
        }

        return new Graph(net, root, names, parameters)
        {
            Inputs = [.. inputs],
            Losses = [.. losses],
            Outputs = [.. outputs],
            Nodes = nodes,
            Diagnostics = findings.InOrder(),
        };
    }

    private static BlockHomes Homes(ImmutableArray<Node> nodes)
    {
        var homes = new BlockHomes(tensor => tensor);
        foreach (var node in nodes)
        {
            homes.Add(node);
        }

        return homes;
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
            switch (block.Nodes[next])
            {
                case CondNode cond:
                    stack.Push((cond.Otherwise, 0, cond));
                    stack.Push((cond.Then, 0, null));
                    break;
                case LoopNode loop:
                    stack.Push((loop.Body, 0, loop));
                    break;
                case MaskedNode masked:
                    stack.Push((masked.Body, 0, masked));
                    break;
                case var node:
                    result.Add(node);
                    break;
            }
        }

        return result.ToImmutable();
    }

    private static void CheckRoots(
        Net net,
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        FindingList findings
    )
    {
        if (losses.Count == 0 && outputs.Count == 0 && !nodes.Any(node => node is LayerNode { IsRoot: true }))
        {
            findings.Add(UpdateDiagnostics.NothingToBuild(net));
        }
        else if (
            losses.Count == 0
            && net.Training is { Task: "train" }
            && !nodes.Any(node => node is LayerNode { HasLoss: true })
        )
        {
            findings.Add(UpdateDiagnostics.NoLoss(net));
        }
    }
}
