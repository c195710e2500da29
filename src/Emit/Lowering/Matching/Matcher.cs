using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Matches recorded blocks with a pattern by what they compute, not how they are written: orders and groupings of sums and products,
/// spellings of powers, one Cond or several. Recursion is as deep as the pattern, never as the graph.
/// </summary>
internal sealed partial class Matcher(FusionPattern pattern, LoweredGraph lowered, GraphIndex index)
{
    /// <summary>What the pattern's placeholders stand for, as far as the match has come.</summary>
    internal Bindings Known { get; } = new();

    /// <summary>The failure that came furthest, if there was any.</summary>
    internal Mismatch? Best { get; private set; }

    /// <summary>The choices met on the way: without any, nothing like the pattern is there, and a failure explains nothing.</summary>
    internal HashSet<Node> Anchors { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the tensor yields what the pattern does.</summary>
    internal bool Match(Tensor tensor) => Unify(pattern.Result, tensor, inTraining: false);

    /// <summary>As <see cref="Match"/>, for a value that is computed in training steps only; adds to what is known.</summary>
    internal bool MatchInTraining(Tensor placeholder, Tensor tensor) => Unify(placeholder, tensor, inTraining: true);

    /// <summary>Keeps a failure if no other came further; answers false.</summary>
    internal bool Fail(string reason, SourceLocation location)
    {
        if (Best is null || Known.Progress > Best.Progress)
        {
            Best = new(Known.Progress, reason, location);
        }

        return false;
    }

    private bool Unify(Tensor wanted, Tensor found, bool inTraining)
    {
        found = lowered.Resolve(found);
        switch (wanted.Node)
        {
            case InputNode input:
                return BindInput(input, found);
            case ParameterNode parameter:
                return BindParameter(parameter.Parameter, Seen(found, inTraining));
            case CondNode when inTraining:
                return Unify(TrainChoice.Of(wanted)!.Value.InTraining, found, inTraining);
        }

        found = Seen(found, inTraining);
        var product = pattern.ProductOf(wanted);
        return product.IsProduct || wanted.Node is ConstantNode
            ? UnifyProduct(product, found, inTraining)
            : UnifyNode(Factor.Of(wanted), Factor.Of(found), Signs.Same, inTraining);
    }

    private bool BindInput(InputNode input, Tensor found)
    {
        var bound = Known.InputOf(input.Key);
        if (bound is not null && !bound.Is(found))
        {
            return Fail($"this is of {Describe(found)}, the rest of {Describe(bound)}", Line(found));
        }

        if (bound is null && found.Node is ConstantNode)
        {
            return Fail($"{Describe(found)} where the input is expected", Line(found));
        }

        if (bound is null)
        {
            Known.Bind(input.Key, found);
        }

        Known.Progress++;
        return true;
    }

    private bool BindParameter(Parameter parameter, Tensor found)
    {
        if (found.Node is not ParameterNode { Parameter: var actual })
        {
            var role = pattern.RoleOf(parameter.Name!);
            return Fail($"{Describe(found)} where {role} is expected, a parameter", Line(found));
        }

        var bound = Known.ParameterOf(parameter.Name!);
        if (bound is not null && !ReferenceEquals(bound, actual))
        {
            return Fail($"{pattern.RoleOf(parameter.Name!)} is a different parameter here", Line(found));
        }

        if (bound is null)
        {
            Known.Bind(parameter.Name!, actual);
        }

        Known.Progress++;
        return true;
    }

    private bool UnifyNode(Factor wanted, Factor found, Signs signs, bool inTraining)
    {
        if (SumView.Of(wanted) is { } sum)
        {
            return UnifySum(sum, found, signs, inTraining);
        }

        if (TrainChoice.Of(wanted.Base) is { } choice)
        {
            return UnifyChoice(choice, found.Base);
        }

        return wanted.Base.Node is ReduceNode reduce
            ? UnifyReduce(reduce, found.Base, inTraining)
            : UnifyOperands(wanted.Base, found.Base, inTraining);
    }

    private bool UnifyReduce(ReduceNode wanted, Tensor found, bool inTraining)
    {
        if (found.Node is not ReduceNode reduce || reduce.Mode != wanted.Mode)
        {
            return Fail($"{Describe(found)} where a {wanted.Kind} is expected", Line(found));
        }

        Take(found);
        Known.Take(reduce);
        return Unify(wanted.Operand, reduce.Operand, inTraining);
    }

    private bool UnifyChoice(TrainChoice wanted, Tensor found)
    {
        if (TrainChoice.Of(found) is not { } choice)
        {
            if (index.UpdateLearning(found) is { } update)
            {
                Anchors.Add(update);
            }

            return Fail($"{Describe(found)} where a Cond on the train flag is expected", Line(found));
        }

        Anchors.Add(found.Node);
        if (!choice.IsTrainFlag)
        {
            return Fail("the condition is not the train flag", Line(found));
        }

        Take(found);
        return Unify(wanted.Otherwise, choice.Otherwise, inTraining: false)
            && Unify(wanted.InTraining, choice.InTraining, inTraining: true);
    }

    private bool UnifyOperands(Tensor wanted, Tensor found, bool inTraining)
    {
        if (found.Node.Kind != wanted.Node.Kind || found.Node.Inputs.Length != wanted.Node.Inputs.Length)
        {
            return Fail($"{Describe(found)} where {wanted.Node.Kind} is expected", Line(found));
        }

        Take(found);
        var mark = Known.Mark();
        var inputs = found.Node.Inputs;
        return UnifyAll(wanted.Node.Inputs, inputs, inTraining)
            || (
                found.Node is DotNode
                && !Known.Undo(mark)
                && UnifyAll(wanted.Node.Inputs, [inputs[1], inputs[0]], inTraining)
            );
    }

    private bool UnifyAll(ImmutableArray<Tensor> wanted, ImmutableArray<Tensor> found, bool inTraining)
    {
        for (var place = 0; place < wanted.Length; place++)
        {
            if (!Unify(wanted[place], found[place], inTraining))
            {
                return false;
            }
        }

        return true;
    }

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

    // What is declared elsewhere is at fault where it is used.
    private SourceLocation Line(Tensor tensor) =>
        tensor.Node is InputNode or ParameterNode or ConstantNode && Known.LastTaken is { } reader
            ? reader.Node.Location
            : tensor.Node.Location;
}
