using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The label of one step: the one of the targets, or in search the best ones by their scores (contract 8).</summary>
internal sealed class ChoiceNode(Tensor scores, Tensor targets, Dim axis, DictValue options) : Node([scores])
{
    internal Tensor Scores => Inputs[0];

    /// <summary>The data that say which labels there are, and when nobody searches, the labels.</summary>
    internal Tensor Targets { get; } = targets;

    /// <summary>All options but the target.</summary>
    internal DictValue Options { get; } = options;

    internal override string Kind => "choice";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var label = Label(Targets, axis);
        if (!Scores.Dims.Equals(label.Shape.Union([label.Sparse!])) || Scores.Type != DataType.Float32)
        {
            faults.Add(LoopDiagnostics.ChoiceScores(Scores, label));
        }

        return [label];
    }

    /// <summary>What one label looks like: a step of the targets.</summary>
    internal static Signature Label(Tensor targets, Dim axis) =>
        targets.Signature with
        {
            Shape = targets.Dims.Except(axis),
        };
}
