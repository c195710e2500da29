using System.Collections.Immutable;

namespace NetDsl;

/// <summary>What a step of a loop computes for some sequences only; the others keep what they had (contract 8).</summary>
internal sealed class MaskedNode(Tensor mask, Block body, Tensor result) : Node([mask])
{
    internal Tensor Mask => Inputs[0];

    internal Block Body { get; } = body;

    internal Tensor Result { get; } = result;

    internal override string Kind => "masked";

    internal override ImmutableArray<Tensor> Reads => [Mask, Result];

    /// <summary>Makes the block know its node.</summary>
    internal MaskedNode Adopt()
    {
        Body.OwnedBy(this);
        return this;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (Mask.Type != DataType.Bool || !Mask.Dims.Equals([Dim.Batch]))
        {
            faults.Add(LoopDiagnostics.MaskShape(Mask));
        }

        return [Result.Signature];
    }
}
