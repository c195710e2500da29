using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Lets one rule fire wherever its blocks are. Guards what holds for every rule: nothing inside a match is used outside of it, no
/// match reaches into the branch of another Cond, and what a pattern updates is updated just so.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="lowered">The graph, and what stands in the place of its parts.</param>
/// <param name="index">Who reads what in it.</param>
/// <param name="frontier">What lies behind its sums and products.</param>
/// <param name="consumed">The nodes that a rule has replaced: there is nothing in them for those that come after.</param>
internal sealed class FusionPass(
    IFusionRule rule,
    LoweredGraph lowered,
    GraphIndex index,
    Frontier frontier,
    NodeSet consumed
)
{
    // What fits but is refused explains more than what does not fit.
    private const int FitsButRefused = 1000;

    private readonly List<(int Progress, HashSet<Node> Anchors, LoweringEntry Entry)> nearMisses = [];
    private readonly List<(HashSet<Node> Nodes, LoweringEntry Entry)> fired = [];
    private readonly Bindings known = new();
    private (int Progress, LoweringEntry Entry)? furthest;
    private PaddingFlow? padding;

    /// <summary>Runs over all candidates, outermost first, so that the largest pattern takes its parts with it.</summary>
    internal IEnumerable<LoweringEntry> Run(Liveness live, List<Diagnostic> diagnostics)
    {
        TryAll(live, diagnostics, frontier.CouldFit);
        if (fired.Count == 0 && nearMisses.Count == 0 && LearnsStatistics && IsAnyUpdateUntold(consumed))
        {
            // Nothing is even like the pattern: the attempt that comes furthest is all there is to say.
            TryAll(live, diagnostics, (pattern, node) => pattern.CouldBe(node));
        }

        return fired.Select(WithWhatStayedOutside).Concat(BestMisses());
    }

    private bool LearnsStatistics => rule.Patterns.Any(pattern => pattern.Updates.Count > 0);

    private void TryAll(Liveness live, List<Diagnostic> diagnostics, Func<Glance, Node, bool> couldFit)
    {
        var (nodes, patterns) = (lowered.Graph.Nodes, rule.Patterns.ToArray());
        var fitting = new List<FusionPattern>(rule.Patterns.Count);
        for (var place = nodes.Length - 1; place >= 0; place--)
        {
            var node = nodes[place];
            fitting.Clear();
            foreach (var pattern in patterns)
            {
                if (couldFit(pattern.Glance, node))
                {
                    fitting.Add(pattern);
                }
            }

            if (fitting.Count == 0 || node.Outputs.Length != 1)
            {
                continue;
            }

            if (!live.IsLive(node))
            {
                TryUnread(node.Output, fitting);
            }
            else if (!consumed.Contains(node) && lowered.ChainAt(node) is null)
            {
                Try(node.Output, fitting, diagnostics);
            }
        }
    }

    // A larger pattern that was refused around what fired: say why it could not take more.
    private LoweringEntry WithWhatStayedOutside((HashSet<Node> Nodes, LoweringEntry Entry) match) =>
        nearMisses.Exists(miss => miss.Progress >= FitsButRefused)
            ? match.Entry with
            {
                Notes = [.. match.Entry.Notes, .. RefusedAround(match.Nodes)],
            }
            : match.Entry;

    private IEnumerable<string> RefusedAround(HashSet<Node> nodes) =>
        nearMisses
            .Where(miss => miss.Progress >= FitsButRefused && miss.Anchors.Overlaps(nodes))
            .Select(miss => miss.Entry.Reason!);

    // One report for each place: an attempt that came less far around the same choices says nothing new.
    private IEnumerable<LoweringEntry> BestMisses()
    {
        if (nearMisses.Count == 0 && (furthest is null || !LearnsStatistics))
        {
            yield break;
        }

        var told = consumed.Copy();
        foreach (var (_, anchors, entry) in nearMisses.OrderByDescending(miss => miss.Progress))
        {
            if (!anchors.Any(told.Contains))
            {
                told.UnionWith(anchors);
                told.UnionWith(anchors.SelectMany(UpdatesAround));
                var others = RefusedAround(anchors).Where(reason => reason != entry.Reason).Distinct();
                yield return entry with
                {
                    Notes = [.. entry.Notes, .. others],
                };
            }
        }

        if (furthest is { Entry: var unplaced } && LearnsStatistics && IsAnyUpdateUntold(told))
        {
            yield return unplaced;
        }
    }

    // Statistics are learnt, and nothing has been said of them: the attempt that came furthest is all there is to say.
    private bool IsAnyUpdateUntold(NodeSet told) =>
        nearMisses.Count == 0
        && lowered
            .Graph.Nodes.OfType<AssignNode>()
            .Any(update => TrainChoice.IsTrainingOnly(update.Block!) && !told.Contains(update));

    // The updates of what a choice chooses belong to the same place.
    private IEnumerable<Node> UpdatesAround(Node choice) =>
        choice
            .Reads.Select(read => read.Node)
            .OfType<ParameterNode>()
            .SelectMany(read => index.UpdatesOf(read.Parameter));

    private void Try(Tensor tensor, List<FusionPattern> patterns, List<Diagnostic> diagnostics)
    {
        foreach (var pattern in patterns)
        {
            var matcher = Attempt(pattern);
            if (matcher.Match(tensor) && AreDistinct(pattern, tensor, matcher) && MatchUpdates(pattern, matcher))
            {
                var found = new Found(matcher.Known);
                var match = ToMatch(pattern, tensor, found);
                if ((Guard(pattern, tensor, found) ?? rule.Check(match)) is not { } refusal)
                {
                    Fire(match, found, diagnostics);
                    return;
                }

                matcher.Known.Progress += FitsButRefused;
                matcher.Anchors.Add(tensor.Node);
                matcher.Fail(refusal.Reason, refusal.Location);
            }

            if (pattern.Explains || matcher.Best is { Progress: >= FitsButRefused })
            {
                KeepNearMiss(tensor, matcher);
            }
        }
    }

    // One after the other: what an attempt has bound is copied if it fits, and forgotten if not.
    private Matcher Attempt(FusionPattern pattern)
    {
        known.Clear();
        return new(pattern, lowered, index, known);
    }

    private static bool AreDistinct(FusionPattern pattern, Tensor result, Matcher matcher)
    {
        var parameters = matcher.Known.Parameters;
        foreach (var (name, parameter) in parameters)
        {
            if (parameters.Exists(other => other.Key != name && ReferenceEquals(other.Value, parameter)))
            {
                matcher.Known.Progress += 2 * FitsButRefused;
                return matcher.Fail($"{pattern.RoleOf(name)} is used in a second place, too", result.Node.Location);
            }
        }

        return true;
    }

    // What nobody reads is not emitted; statistics that are learnt for it would be a riddle without a word.
    private void TryUnread(Tensor tensor, List<FusionPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Updates.Count == 0)
            {
                continue;
            }

            var matcher = Attempt(pattern);
            if (matcher.Match(tensor) && MatchUpdates(pattern, matcher))
            {
                matcher.Known.Progress += FitsButRefused;
                matcher.Fail("no output or loss needs its result", tensor.Node.Location);
                KeepNearMiss(tensor, matcher);
                return;
            }
        }
    }

    private bool MatchUpdates(FusionPattern pattern, Matcher matcher)
    {
        foreach (var wanted in pattern.Updates)
        {
            var name = wanted.Parameter.Name!;
            var parameter = matcher.Known.ParameterOf(name)!;
            var updates = index.UpdatesOf(parameter);
            if (UpdateFault(updates, pattern.RoleOf(name), parameter) is { } fault)
            {
                return matcher.Fail(fault.Reason, fault.Location);
            }

            var replaces = updates[0].Operator != wanted.Operator;
            if (
                replaces
                    ? !matcher.MatchAverage(wanted, updates[0], parameter)
                    : !matcher.MatchInTraining(wanted, updates[0])
            )
            {
                return replaces
                    && matcher.Fail(
                        $"{pattern.RoleOf(name)} is replaced by Assign where AssignAdd is expected",
                        updates[0].Location
                    );
            }

            matcher.Known.Take(updates[0]);
        }

        return true;
    }

    private static Refusal? UpdateFault(IReadOnlyList<AssignNode> found, string role, Parameter parameter)
    {
        if (found.Count == 0)
        {
            return new($"{role} is never updated", parameter.Node.Location);
        }

        if (found.Count > 1)
        {
            return new(FormattableString.Invariant($"{role} is updated {found.Count} times"), found[1].Location);
        }

        return TrainChoice.IsTrainingOnly(found[0].Block!)
            ? null
            : new($"the update of {role} is not in a Cond on the train flag alone", found[0].Location);
    }

    private Refusal? Guard(FusionPattern pattern, Tensor result, Found known) =>
        GuardBlock(pattern, result, known) ?? GuardParameters(pattern, known) ?? GuardResults(result, known);

    // In a branch, what is computed outside of it stays there, and updates depend on one more condition.
    private static Refusal? GuardBlock(FusionPattern pattern, Tensor result, Found known)
    {
        var block = result.Node.Block!;
        if (block.Parent is null)
        {
            return null;
        }

        if (pattern.Updates.Count > 0)
        {
            return new(
                block.LoopAround is null ? "it is inside a branch of another Cond" : "it is inside a loop",
                result.Node.Location
            );
        }

        foreach (var inner in known.Tensors)
        {
            if (!ReferenceEquals(inner.Node.Block, block))
            {
                var where = block.IsLoop ? "loop" : "branch";
                return new($"its {inner.Node.Kind} is outside of the {where}", inner.Node.Location);
            }
        }

        return null;
    }

    private Refusal? GuardParameters(FusionPattern pattern, Found known)
    {
        foreach (var (name, parameter) in known.Parameters)
        {
            if (
                index.UpdatesOf(parameter) is [var update, ..]
                && !pattern.Updates.Any(wanted => wanted.Parameter.Name == name)
            )
            {
                return new($"{pattern.RoleOf(name)} is updated, and the layer only reads it", update.Location);
            }
        }

        return null;
    }

    private Refusal? GuardResults(Tensor result, Found known)
    {
        foreach (var inner in known.Tensors)
        {
            var node = inner.Node;
            if (inner.Is(result))
            {
                continue;
            }

            if (index.RootOf(inner) is { } root)
            {
                return new($"its {node.Kind} is {root.Words}", root.Location);
            }

            foreach (var reader in index.ReadersOf(inner))
            {
                if (!known.Nodes.Contains(reader))
                {
                    return new($"its {node.Kind} is also read by {reader.Kind}", reader.Location);
                }
            }
        }

        return null;
    }

    private FusionMatch ToMatch(FusionPattern pattern, Tensor result, Found known) =>
        new()
        {
            Pattern = pattern,
            Result = result,
            Inputs = known.Inputs,
            Parameters = known.Parameters,
            Numbers = known.Numbers,
            Reductions = known.Reductions,
            Nodes = known.Nodes,
            Context = new FusionContext(
                lowered.Graph,
                index,
                known,
                result,
                () => padding ??= new PaddingFlow(lowered, index),
                index.Variables
            ),
        };

    private void Fire(FusionMatch match, Found known, List<Diagnostic> diagnostics)
    {
        var fusion = rule.Rewrite(match);
        lowered.Replace(match.Result, fusion.Layers, known.Updates);
        consumed.UnionWith(known.Nodes);
        diagnostics.AddRange(fusion.Diagnostics);
        fired.Add((known.Nodes, Entry(match.Result, reason: null, match.Pattern.Variant, fusion.Notes)));
    }

    private void KeepNearMiss(Tensor tensor, Matcher matcher)
    {
        if (matcher is { Best: { } best, HasAnchors: true })
        {
            nearMisses.Add((best.Progress, matcher.Anchors, Entry(tensor, best, variant: null, notes: [])));
        }
        else if (matcher.Best is { } unplaced && unplaced.Progress > (furthest?.Progress ?? 0))
        {
            furthest = (unplaced.Progress, Entry(tensor, unplaced, variant: null, notes: []));
        }
    }

    private LoweringEntry Entry(Tensor at, Mismatch? reason, string? variant, IReadOnlyList<string> notes) =>
        new(rule.Name, at.Node.Location)
        {
            Order = at.Node.Id,
            Module = lowered.Graph.Modules.PathOf(at.Node.Module),
            Variant = variant,
            Reason = reason?.Reason,
            Cause = reason?.Location ?? SourceLocation.None,
            Notes = notes,
        };
}
