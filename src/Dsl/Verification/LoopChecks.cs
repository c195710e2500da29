using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Finds loops that RETURNN could not run: without a length, or with values that are needed too early or never change.</summary>
internal static class LoopChecks
{
    internal static void Check(ImmutableArray<Node> nodes, BlockHomes homes, FindingList findings)
    {
        var masks = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var early = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var node in nodes)
        {
            switch (node)
            {
                case LoopNode { Output.IsFaulty: false } loop:
                    CheckLength(loop, nodes, findings);
                    CheckYields(loop, homes, findings);
                    CheckDims(loop, nodes, homes, early, findings);
                    break;
                case UnstackNode unstack:
                    CheckNeededBefore(
                        unstack,
                        "A sequence that a loop runs over",
                        unstack.Sequence,
                        homes,
                        early,
                        findings
                    );
                    break;
                case LoopStateNode state:
                    CheckNeededBefore(state, "The first value of a state", state.Initial, homes, early, findings);
                    CheckChanges(state, homes, findings);
                    break;
                case LayerNode { LayerClass: "masked_computation" or "unmask" } layer:
                    CheckFrames(layer, homes, masks, findings);
                    break;
                case AssignNode update when update.Block!.LoopAround is not null:
                    findings.AddAt(update.Id, UpdateDiagnostics.AssignInLoop(update));
                    break;
            }
        }
    }

    private static void CheckLength(LoopNode loop, ImmutableArray<Node> nodes, FindingList findings)
    {
        Node? holder = null;
        foreach (var node in nodes)
        {
            if (ReferenceEquals(node, loop))
            {
                break;
            }

            if (!loop.Body.Encloses(node.Block!) && node.Outputs.Any(tensor => tensor.Dims.Contains(loop.Axis)))
            {
                holder = node;
                break;
            }
        }

        if (loop.End is null && holder is null && loop.Axis.Size is null)
        {
            findings.AddAt(loop.Id, LoopDiagnostics.NoLength(loop));
        }
        else if (loop.End is not null && holder is not null)
        {
            findings.AddAt(loop.Id, LoopDiagnostics.EndsKnownLength(loop, holder));
        }
    }

    // RETURNN puts the values of all steps one behind the other where it can, and a loop inside over the same dim is a single step to it.
    private static void CheckDims(
        LoopNode loop,
        ImmutableArray<Node> nodes,
        BlockHomes homes,
        HashSet<Node> early,
        FindingList findings
    )
    {
        for (var body = loop.Block!.LoopAround; body is not null; body = body.Parent!.LoopAround)
        {
            if (body.Owner is LoopNode outer && ReferenceEquals(outer.Axis, loop.Axis))
            {
                findings.AddAt(loop.Id, LoopDiagnostics.SameDimAsOuter(loop, outer));
                return;
            }
        }

        foreach (var node in nodes)
        {
            if (node is LoopNode inner && ReferenceEquals(inner.Axis, loop.Axis) && loop.Body.Encloses(node.Block!))
            {
                // Reported where that loop is met.
                return;
            }

            if (homes.Of(node) is { } home && loop.Body.Encloses(home) && !early.Contains(node))
            {
                foreach (var output in node.Outputs)
                {
                    if (!output.IsFaulty && output.Dims.Contains(loop.Axis))
                    {
                        findings.AddAt(
                            node.Id,
                            LoopDiagnostics.StackedTwice(output, loop.Axis) with
                            {
                                Location = node.Location,
                            }
                        );
                        return;
                    }
                }
            }
        }
    }

    private static void CheckYields(LoopNode loop, BlockHomes homes, FindingList findings)
    {
        foreach (var (value, _) in loop.Yields)
        {
            if (!IsOf(loop.Body, value, homes) && IsVisible(value, loop.Body, homes))
            {
                findings.AddAt(
                    loop.Id,
                    LoopDiagnostics.NeverChanges("What the loop yields", value) with
                    {
                        Location = loop.Location,
                    }
                );
            }
        }
    }

    // RETURNN takes out of the loop what does not depend on it, and then has no step before (contract 8).
    private static void CheckChanges(LoopStateNode state, BlockHomes homes, FindingList findings)
    {
        if (
            state is { Next: { IsFaulty: false } next, Block: { } body }
            && !IsOf(body, next, homes)
            && IsVisible(next, body, homes)
        )
        {
            findings.AddAt(
                state.Id,
                LoopDiagnostics.NeverChanges("What a state is assigned", next) with
                {
                    Location = state.NextLocation,
                }
            );
        }
    }

    private static void CheckNeededBefore(
        LoopValueNode node,
        string what,
        Tensor value,
        BlockHomes homes,
        HashSet<Node> early,
        FindingList findings
    )
    {
        if (!value.IsFaulty && homes.Of(value.Node) is { } home && node.Block!.Encloses(home))
        {
            early.Add(value.Node);
            findings.AddAt(node.Id, LoopDiagnostics.NeededBefore(what, value) with { Location = node.Location });
        }
    }

    // In a step RETURNN takes a mask of sequences alone; what goes back is told with what leaves out (rec.py, MaskedComputationLayer).
    private static void CheckFrames(LayerNode layer, BlockHomes homes, HashSet<Node> masks, FindingList findings)
    {
        var mask = layer.Options["mask"] is TensorValue given ? given.Value : null;
        if (
            mask is { IsFaulty: false, Dims.Count: > 1 }
            && homes.Of(layer)?.LoopAround is not null
            && masks.Add(mask.Node)
        )
        {
            findings.AddAt(layer.Id, LoopDiagnostics.FramesInStep(layer));
        }
    }

    private static bool IsOf(Block body, Tensor value, BlockHomes homes) => ReferenceEquals(homes.Of(value.Node), body);

    private static bool IsVisible(Tensor value, Block body, BlockHomes homes) =>
        homes.Of(value.Node) is not { } home || home.Encloses(body);
}
