using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Finds what a search reads of the labels that it shall find.</summary>
internal static class SearchChecks
{
    internal static void Check(
        Net net,
        ImmutableArray<Node> nodes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        FindingList findings
    )
    {
        if (net.Task != NetTask.Search)
        {
            return;
        }

        var needed = Needed(nodes, losses, outputs);
        foreach (var node in nodes)
        {
            if (needed.Contains(node) && node.Inputs.FirstOrDefault(IsMissing) is { Node: InputNode target })
            {
                findings.AddAt(node.Id, LoopDiagnostics.TargetInSearch(node, target));
            }
        }
    }

    /// <summary>Whether a tensor depends on data that is not there in search.</summary>
    internal static bool ReadsMissing(Tensor value)
    {
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Tensor>([value]);
        while (pending.TryPop(out var next))
        {
            if (IsMissing(next))
            {
                return true;
            }

            foreach (var read in seen.Add(next.Node) ? next.Node.Reads : [])
            {
                pending.Push(read);
            }
        }

        return false;
    }

    private static bool IsMissing(Tensor input) => input.Node is InputNode { AvailableForInference: false };

    // What is recorded and not needed is not emitted.
    private static HashSet<Node> Needed(ImmutableArray<Node> nodes, List<LossRoot> losses, List<OutputRoot> outputs)
    {
        var needed = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var output in outputs)
        {
            needed.Add(output.Value.Node);
        }

        foreach (var value in losses.SelectMany(loss => loss.Tensors))
        {
            needed.Add(value.Node);
        }

        for (var place = nodes.Length - 1; place >= 0; place--)
        {
            var node = nodes[place];
            if (node is LayerNode { IsRoot: true } or AssignNode)
            {
                needed.Add(node);
            }

            // A state reads what is recorded after it: each step of a loop needs all that any other does.
            if (needed.Contains(node) || node is LoopStateNode)
            {
                foreach (var read in node.Reads)
                {
                    needed.Add(read.Node);
                }
            }
        }

        return needed;
    }
}
