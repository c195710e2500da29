using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The frame of a sequence that belongs to the step of a loop.</summary>
/// <param name="sequence">Has the dim that the loop runs over.</param>
/// <param name="axis">That dim.</param>
/// <param name="targets">The dim of the targets of a decoder that searches: those that read it are told by <see cref="SearchChecks"/>.</param>
internal sealed class UnstackNode(Tensor sequence, Dim axis, Dim? targets = null) : LoopValueNode([sequence])
{
    internal Tensor Sequence => Inputs[0];

    /// <summary>The dim that the loop runs over.</summary>
    internal Dim Axis { get; } = axis;

    internal override string Kind => "unstack";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var isOfTargets = targets is not null && Sequence.Dims.Contains(targets) && SearchChecks.ReadsMissing(Sequence);
        if (!Sequence.Dims.Contains(Axis) && !isOfTargets)
        {
            faults.Add(LoopDiagnostics.NotUnstackable(Sequence, Axis));
        }

        return [Sequence.Signature with { Shape = Sequence.Dims.Except(isOfTargets ? targets! : Axis) }];
    }
}
