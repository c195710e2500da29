using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The frame of a sequence that belongs to the step of a loop.</summary>
internal sealed class UnstackNode(Tensor sequence, Dim axis) : LoopValueNode([sequence])
{
    internal Tensor Sequence => Inputs[0];

    /// <summary>The dim that the loop runs over.</summary>
    internal Dim Axis { get; } = axis;

    internal override string Kind => "unstack";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (!Sequence.Dims.Contains(Axis))
        {
            faults.Add(LoopDiagnostics.NotUnstackable(Sequence, Axis));
        }

        return [Sequence.Signature with { Shape = Sequence.Dims.Except(Axis) }];
    }
}
