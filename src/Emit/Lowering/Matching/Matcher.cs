using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Matches recorded blocks with a pattern by what they compute, not how they are written: orders and groupings of sums and products,
/// spellings of powers, one Cond or several. Recursion is as deep as the pattern, never as the graph.
/// </summary>
/// <param name="pattern">The pattern.</param>
/// <param name="lowered">The graph.</param>
/// <param name="index">Who reads what in it.</param>
/// <param name="known">What the pattern's placeholders stand for; empty yet.</param>
internal sealed partial class Matcher(FusionPattern pattern, LoweredGraph lowered, GraphIndex index, Bindings known)
{
    /// <summary>What the pattern's placeholders stand for, as far as the match has come.</summary>
    internal Bindings Known => known;

    /// <summary>The failure that came furthest, if there was any.</summary>
    internal Mismatch? Best { get; private set; }

    /// <summary>
    /// The choices met on the way, or the statistics: without any, nothing like the pattern is there, and a failure explains nothing.
    /// </summary>
    internal HashSet<Node> Anchors => anchors ??= new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether there is a choice or a statistic.</summary>
    internal bool HasAnchors => anchors is { Count: > 0 };

    /// <summary>Whether a failure would be kept now.</summary>
    internal bool WouldKeep => !isProbing && (Best is null || Known.Progress > Best.Progress);

    /// <summary>Whether the tensor yields what the pattern does.</summary>
    internal bool Match(Tensor tensor) => Unify(pattern.Result, tensor, inTraining: false, tensor.Node.Location);

    /// <summary>As <see cref="Match"/>, for a value that is computed in training steps only; adds to what is known.</summary>
    internal bool MatchInTraining(AssignNode wanted, AssignNode update)
    {
        updating = (wanted.Parameter.Name!, update.Location);
        return Unify(wanted.Value, update.Value, inTraining: true, update.Location);
    }

    /// <summary>Keeps a failure if no other came further; answers false.</summary>
    internal bool Fail(string reason, SourceLocation location)
    {
        if (WouldKeep)
        {
            Best = new(Known.Progress, reason, location);
        }

        return false;
    }

    /// <summary>As <see cref="Fail(string, SourceLocation)"/>; says nothing of what is not kept.</summary>
    internal bool Fail([InterpolatedStringHandlerArgument("")] ref ReasonHandler reason, SourceLocation location)
    {
        if (WouldKeep)
        {
            Best = new(Known.Progress, reason.ToStringAndClear(), location);
        }

        return false;
    }

    private HashSet<Node>? anchors;

    // Whether failures are those of an attempt that could not have fitted anyway, and explain nothing.
    private bool isProbing;

    // The update whose value is being matched.
    private (string Parameter, SourceLocation Location)? updating;

    /// <param name="wanted">A tensor of the pattern.</param>
    /// <param name="found">What stands in its place.</param>
    /// <param name="inTraining">Whether it is computed in training steps only.</param>
    /// <param name="use">The line that uses it: what is declared elsewhere is at fault where it is used.</param>
    private bool Unify(Tensor wanted, Tensor found, bool inTraining, SourceLocation use)
    {
        found = lowered.Resolve(found);
        switch (wanted.Node)
        {
            case InputNode input:
                return BindInput(input, found, use);
            case ParameterNode parameter:
                return BindParameter(parameter.Parameter, Seen(found, inTraining), use);
            case CondNode when inTraining:
                return Unify(TrainChoice.Of(wanted)!.Value.InTraining, found, inTraining, use);
        }

        found = Seen(found, inTraining);
        var product = pattern.ProductOf(wanted);
        return product.IsProduct || wanted.Node is ConstantNode
            ? UnifyProduct(product, found, inTraining, use)
            : UnifyNode(Factor.Of(wanted), Factor.Of(found), Signs.Same, inTraining, use);
    }

    private bool BindInput(InputNode input, Tensor found, SourceLocation use)
    {
        var bound = Known.InputOf(input.Key);
        if (bound is not null && !bound.Is(found) && updating is { } update)
        {
            var role = pattern.RoleOf(update.Parameter);
            return Fail(
                $"the update of {role} is of {Describe(found)}, the rest of {Describe(bound)}",
                update.Location
            );
        }

        if (bound is not null && !bound.Is(found))
        {
            return Fail($"this is of {Describe(found)}, the rest of {Describe(bound)}", Line(found, use));
        }

        if (bound is null && found.Node is ConstantNode)
        {
            return Fail($"{Describe(found)} where the input is expected", Line(found, use));
        }

        if (bound is null)
        {
            Known.Bind(input.Key, found);
        }

        Known.Progress++;
        return true;
    }

    private bool BindParameter(Parameter parameter, Tensor found, SourceLocation use)
    {
        if (found.Node is not ParameterNode { Parameter: var actual })
        {
            var role = pattern.RoleOf(parameter.Name!);
            return Fail($"{Describe(found)} where {role} is expected, a parameter", Line(found, use));
        }

        var bound = Known.ParameterOf(parameter.Name!);
        if (bound is not null && !ReferenceEquals(bound, actual))
        {
            return Fail($"{pattern.RoleOf(parameter.Name!)} is a different parameter here", Line(found, use));
        }

        if (bound is null)
        {
            Known.Bind(parameter.Name!, actual);
        }

        Known.Progress++;
        return true;
    }

    private bool UnifyNode(Factor wanted, Factor found, Signs signs, bool inTraining, SourceLocation use)
    {
        if (SumView.Of(wanted) is { } sum)
        {
            return UnifySum(sum, found, signs, inTraining, use);
        }

        if (TrainChoice.Of(wanted.Base) is { } choice)
        {
            return UnifyChoice(choice, found.Base, use);
        }

        return wanted.Base.Node is ReduceNode reduce
            ? UnifyReduce(reduce, found.Base, inTraining, use)
            : UnifyOperands(wanted.Base, found.Base, inTraining, use);
    }

    private bool UnifyReduce(ReduceNode wanted, Tensor found, bool inTraining, SourceLocation use)
    {
        if (found.Node is not ReduceNode reduce || reduce.Mode != wanted.Mode)
        {
            return Fail($"{Describe(found)} where a {wanted.Kind} is expected", Line(found, use));
        }

        Take(found);
        Known.Take(reduce);
        if (!Unify(wanted.Operand, reduce.Operand, inTraining, reduce.Location))
        {
            return false;
        }

        // A pattern without choices is known by its statistics: one of more than the input itself tells what is meant.
        if (pattern.Updates.Count == 0 && wanted.Operand.Node is not InputNode)
        {
            Anchors.Add(reduce);
        }

        return true;
    }

    private bool UnifyChoice(TrainChoice wanted, Tensor found, SourceLocation use)
    {
        if (TrainChoice.Of(found) is not { } choice)
        {
            if ((ChoiceBelow(found) ?? index.UpdateLearning(found)) is { } near)
            {
                Anchors.Add(near);
            }

            return Fail($"{Describe(found)} where a Cond on the train flag is expected", Line(found, use));
        }

        Anchors.Add(found.Node);
        if (!choice.IsTrainFlag)
        {
            return Fail("the condition is not the train flag", Line(found, use));
        }

        Take(found);
        return Unify(wanted.Otherwise, choice.Otherwise, inTraining: false, found.Node.Location)
            && Unify(wanted.InTraining, choice.InTraining, inTraining: true, found.Node.Location);
    }

    private bool UnifyOperands(Tensor wanted, Tensor found, bool inTraining, SourceLocation use)
    {
        if (found.Node.Kind != wanted.Node.Kind || found.Node.Inputs.Length != wanted.Node.Inputs.Length)
        {
            return Fail($"{Describe(found)} where {wanted.Node.Kind} is expected", Line(found, use));
        }

        Take(found);
        var mark = Known.Mark();
        var inputs = found.Node.Inputs;
        return UnifyAll(wanted.Node.Inputs, inputs, inTraining, found.Node.Location)
            || (
                found.Node is DotNode
                && !Known.Undo(mark)
                && UnifyAll(wanted.Node.Inputs, [inputs[1], inputs[0]], inTraining, found.Node.Location)
            );
    }

    private bool UnifyAll(
        ImmutableArray<Tensor> wanted,
        ImmutableArray<Tensor> found,
        bool inTraining,
        SourceLocation use
    )
    {
        for (var place = 0; place < wanted.Length; place++)
        {
            if (!Unify(wanted[place], found[place], inTraining, use))
            {
                return false;
            }
        }

        return true;
    }

    // A statistic that is changed before it is used is still one.
    private Node? ChoiceBelow(Tensor found) =>
        found.Node is BinaryNode or UnaryNode
            ? found.Node.Inputs.Select(lowered.Resolve).FirstOrDefault(input => TrainChoice.Of(input) is not null)?.Node
            : null;

    private void Take(Tensor tensor)
    {
        Known.Take(tensor);
        Known.Progress++;
    }

    // In training steps, a choice by the train flag is its training side.
    private Tensor Seen(Tensor found, bool inTraining)
    {
        while (inTraining && TrainChoice.Of(found) is { IsTrainFlag: true } choice)
        {
            Anchors.Add(found.Node);
            Known.Take(found);
            found = lowered.Resolve(choice.InTraining);
        }

        return found;
    }

    private static string Describe(Tensor tensor) =>
        tensor.Node switch
        {
            ConstantNode { Number: { } number } => $"the number {number.ToString("R", CultureInfo.InvariantCulture)}",
            InputNode input => $"the input \"{input.Key}\"",
            ParameterNode => "a parameter",
            var node => node.Kind,
        };

    private static SourceLocation Line(Tensor tensor, SourceLocation use) =>
        tensor.Node is InputNode or ParameterNode or ConstantNode ? use : tensor.Node.Location;
}
