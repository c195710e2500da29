using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Matches recorded blocks with a pattern by what they compute, not how they are written: orders and groupings of sums and products,
/// spellings of powers, one Cond or several. Recursion is as deep as the pattern, never as the graph.
/// </summary>
internal sealed partial class Matcher(FusionPattern pattern, LoweredGraph lowered)
{
    /// <summary>The failure that came furthest, if the last attempt failed.</summary>
    internal Mismatch? Best { get; private set; }

    /// <summary>The choices met on the way: without any, nothing like the pattern is there, and a failure explains nothing.</summary>
    internal HashSet<Node> Anchors { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the pattern's placeholders stand for if the tensor yields what the pattern does; null if not.</summary>
    internal Bindings? Match(Tensor tensor) => Unify(pattern.Result, tensor, new Bindings(), inTraining: false);

    /// <summary>As <see cref="Match(Tensor)"/>, for a value that is computed in training steps only; adds to what is known.</summary>
    internal Bindings? MatchInTraining(Tensor placeholder, Tensor tensor, Bindings known) =>
        Unify(placeholder, tensor, known, inTraining: true);

    /// <summary>Keeps a failure if no other came further.</summary>
    internal Bindings? Fail(Bindings known, string reason, SourceLocation location)
    {
        if (Best is null || known.Progress > Best.Progress)
        {
            Best = new(known.Progress, reason, location);
        }

        return null;
    }

    private Bindings? Unify(Tensor wanted, Tensor found, Bindings known, bool inTraining)
    {
        found = lowered.Resolve(found);
        switch (wanted.Node)
        {
            case InputNode input:
                return BindInput(input, found, known);
            case ParameterNode parameter:
                return BindParameter(parameter.Parameter, Seen(found, inTraining, known), known);
            case CondNode when inTraining:
                return Unify(TrainChoice.Of(wanted)!.Value.InTraining, found, known, inTraining);
        }

        if (inTraining)
        {
            found = Seen(found, inTraining, known);
        }

        var product = new ProductView(wanted, Same);
        return product.IsProduct || wanted.Node is ConstantNode
            ? UnifyProduct(wanted, product, found, known, inTraining)
            : UnifyNode(Factor.Of(wanted), Factor.Of(found), known, inTraining);
    }

    private Bindings? BindInput(InputNode input, Tensor found, Bindings known)
    {
        if (!known.Inputs.TryGetValue(input.Key, out var bound))
        {
            known.Inputs.Add(input.Key, found);
        }
        else if (!bound.Is(found))
        {
            return Fail(known, $"this is of {Describe(found)}, the rest of {Describe(bound)}", Line(found));
        }

        known.Progress++;
        return known;
    }

    private Bindings? BindParameter(Parameter parameter, Tensor found, Bindings known)
    {
        if (found.Node is not ParameterNode { Parameter: var actual })
        {
            return Fail(
                known,
                $"{Describe(found)} where {pattern.RoleOf(parameter.Name!)} is expected, a parameter",
                Line(found)
            );
        }

        if (!known.Parameters.TryGetValue(parameter.Name!, out var bound))
        {
            known.Parameters.Add(parameter.Name!, actual);
        }
        else if (!ReferenceEquals(bound, actual))
        {
            return Fail(known, $"{pattern.RoleOf(parameter.Name!)} is a different parameter here", Line(found));
        }

        known.Progress++;
        return known;
    }

    private Bindings? UnifyNode(Factor wanted, Factor found, Bindings known, bool inTraining, bool mayFlip = false)
    {
        if (SumView.Of(wanted, Same) is { } sum)
        {
            return UnifySum(sum, found, known, inTraining, mayFlip);
        }

        if (TrainChoice.Of(wanted.Base) is { } choice)
        {
            return UnifyChoice(choice, found.Base, known);
        }

        return wanted.Base.Node switch
        {
            ReduceNode reduce => UnifyReduce(reduce, found.Base, known, inTraining),
            _ => UnifyOperands(wanted.Base, found.Base, known, inTraining),
        };
    }

    private Bindings? UnifyReduce(ReduceNode wanted, Tensor found, Bindings known, bool inTraining)
    {
        if (found.Node is not ReduceNode reduce || reduce.Mode != wanted.Mode)
        {
            return Fail(known, $"{Describe(found)} where a {wanted.Kind} is expected", Line(found));
        }

        Take(found, known);
        known.Reductions.Add(reduce);
        return Unify(wanted.Operand, reduce.Operand, known, inTraining);
    }

    private Bindings? UnifyChoice(TrainChoice wanted, Tensor found, Bindings known)
    {
        if (TrainChoice.Of(found) is not { } choice)
        {
            return Fail(known, $"{Describe(found)} where a Cond on the train flag is expected", Line(found));
        }

        Anchors.Add(found.Node);
        if (!choice.IsTrainFlag)
        {
            return Fail(known, "the condition is not the train flag", Line(found));
        }

        Take(found, known);
        var otherwise = Unify(wanted.Otherwise, choice.Otherwise, known, inTraining: false);
        return otherwise is null ? null : Unify(wanted.InTraining, choice.InTraining, otherwise, inTraining: true);
    }

    private Bindings? UnifyOperands(Tensor wanted, Tensor found, Bindings known, bool inTraining)
    {
        if (found.Node.Kind != wanted.Node.Kind || found.Node.Inputs.Length != wanted.Node.Inputs.Length)
        {
            return Fail(known, $"{Describe(found)} where {wanted.Node.Kind} is expected", Line(found));
        }

        Take(found, known);
        var inputs = found.Node.Inputs;
        return found.Node is DotNode
            ? UnifyAll(wanted.Node.Inputs, inputs, known.Copy(), inTraining)
                ?? UnifyAll(wanted.Node.Inputs, [inputs[1], inputs[0]], known.Copy(), inTraining)
            : UnifyAll(wanted.Node.Inputs, inputs, known, inTraining);
    }

    private Bindings? UnifyAll(
        ImmutableArray<Tensor> wanted,
        ImmutableArray<Tensor> found,
        Bindings known,
        bool inTraining
    )
    {
        var result = known;
        for (var index = 0; index < wanted.Length && result is not null; index++)
        {
            result = Unify(wanted[index], found[index], result, inTraining);
        }

        return result;
    }

    private static void Take(Tensor tensor, Bindings known)
    {
        known.Nodes.Add(tensor.Node);
        known.Results.Add((tensor.Node, tensor.Index));
        known.Progress++;
    }

    private static void TakeAll(List<Tensor> tensors, Bindings known)
    {
        foreach (var tensor in tensors)
        {
            known.Nodes.Add(tensor.Node);
            known.Results.Add((tensor.Node, tensor.Index));
        }
    }

    // In training steps, a choice by the train flag is its training side.
    private Tensor Seen(Tensor found, bool inTraining, Bindings known)
    {
        while (inTraining && TrainChoice.Of(found) is { IsTrainFlag: true } choice)
        {
            Anchors.Add(found.Node);
            known.Nodes.Add(found.Node);
            known.Results.Add((found.Node, found.Index));
            found = lowered.Resolve(choice.InTraining);
        }

        return found;
    }

    private static Tensor Same(Tensor tensor) => tensor;

    private static string Describe(Tensor tensor) =>
        tensor.Node switch
        {
            ConstantNode { Number: { } number } => $"the number {number.ToString("R", CultureInfo.InvariantCulture)}",
            InputNode input => $"the input \"{input.Key}\"",
            ParameterNode => "a parameter",
            var node => $"{node.Kind}",
        };

    private static SourceLocation Line(Tensor tensor) => tensor.Node.Location;
}
