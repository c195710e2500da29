using System.Collections.Immutable;

namespace NetDsl;

/// <summary>
/// A tensor of a branch or of a loop may be read there and in blocks inside it, nowhere else. However often it is read elsewhere, that is
/// one mistake.
/// </summary>
internal sealed class BranchVisibility
{
    private readonly Dictionary<Tensor, List<(int Step, Diagnostic Finding)>> outside = new(
        ReferenceEqualityComparer.Instance
    );

    private readonly BlockHomes homes;

    private BranchVisibility(BlockHomes homes) => this.homes = homes;

    internal static void Check(
        ImmutableArray<Node> nodes,
        BlockHomes homes,
        List<LossRoot> losses,
        List<OutputRoot> outputs,
        Block root,
        FindingList findings
    )
    {
        var visibility = new BranchVisibility(homes);
        foreach (var node in nodes)
        {
            visibility.CheckNode(node);
        }

        foreach (var loss in losses)
        {
            foreach (var value in loss.Tensors)
            {
                visibility.CheckRoot(value, loss.Location, loss.Step, root);
            }
        }

        foreach (var output in outputs)
        {
            visibility.CheckRoot(output.Value, output.Location, output.Step, root);
        }

        visibility.Report(findings);
    }

    private void CheckNode(Node node)
    {
        CheckAll(node, node.Inputs, node.Block!);
        switch (node)
        {
            case CondNode cond:
                CheckAll(cond, cond.ThenResults, cond.Then);
                CheckAll(cond, cond.OtherwiseResults, cond.Otherwise);
                break;
            case LoopNode loop:
                CheckAll(loop, loop.Inner, loop.Body);
                break;
            case MaskedNode masked:
                CheckAll(masked, [masked.Result], masked.Body);
                break;
            case LoopStateNode { Next: { } next } state:
                CheckAll(state, [next], state.Block!);
                break;
        }
    }

    private void CheckAll(Node user, IEnumerable<Tensor> values, Block block)
    {
        foreach (var value in values)
        {
            // Leaves are visible everywhere; a tensor of another net, or a faulty one, has been reported as such.
            var home = homes.Of(value.Node);
            if (
                home is not null
                && !value.IsFaulty
                && ReferenceEquals(value.Node.Net, user.Net)
                && !home.Encloses(block)
            )
            {
                Add(value, (2 * user.Id) + 1, Outside(user, value, home));
            }
        }
    }

    private void CheckRoot(Tensor value, SourceLocation location, int step, Block root)
    {
        if (homes.Of(value.Node) is { } home && !ReferenceEquals(home, root) && root.Encloses(home))
        {
            Add(value, 2 * step, Outside(value.Node, value, home) with { Location = location });
        }
    }

    private void Add(Tensor value, int step, Diagnostic finding)
    {
        if (!outside.TryGetValue(value, out var uses))
        {
            outside.Add(value, uses = []);
        }

        uses.Add((step, finding));
    }

    // The first use is told, with the lines of the others.
    private void Report(FindingList findings)
    {
        foreach (var uses in outside.Values)
        {
            var (step, first) = uses.MinBy(use => use.Step);
            var others = uses.OrderBy(use => use.Step)
                .Select(use => use.Finding.Location)
                .Where(place => place.IsKnown && place != first.Location)
                .Distinct()
                .Select(place => new RelatedLocation(place, "used here, too"));
            findings.AddAtStep(step, first with { Related = [.. first.Related, .. others] });
        }
    }

    private static Diagnostic Outside(Node user, Tensor value, Block home) =>
        home.IsMasked ? LoopDiagnostics.OutsideItsMask(user, value)
        : home.IsLoop ? LoopDiagnostics.OutsideItsLoop(user, value)
        : NameDiagnostics.OutsideItsBranch(user, value);
}
