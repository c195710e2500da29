using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Probabilities, or their logarithms, over one dim.</summary>
internal sealed class SoftmaxNode(Tensor logits, Dim over, bool logarithm) : Node([logits])
{
    internal Tensor Logits => Inputs[0];

    internal Dim Over { get; } = over;

    internal bool Logarithm { get; } = logarithm;

    internal override string Kind => Logarithm ? "log_softmax" : "softmax";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (!Logits.Dims.Contains(Over))
        {
            faults.Add(ShapeDiagnostics.NoSuchDim(Kind, [Over], Logits));
        }
        else if (Logits.Type != DataType.Float32)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, "a real number", Logits));
        }
        else if (Over.IsDynamic && !Logits.Dims.Contains(Dim.Batch))
        {
            faults.Add(ShapeDiagnostics.NoBatchToMask(Kind, Over, Logits));
        }

        return [Logits.Signature];
    }
}
