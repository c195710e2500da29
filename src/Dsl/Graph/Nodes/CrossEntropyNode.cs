using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The cross entropy between targets and the softmax of logits, in nats, one number a frame.</summary>
internal sealed class CrossEntropyNode(Tensor logits, Tensor target) : Node([logits, target])
{
    internal Tensor Logits => Inputs[0];

    internal Tensor Target => Inputs[1];

    /// <summary>The dim of the classes: what sparse targets point into, or the feature dim of dense ones.</summary>
    internal Dim? Classes => Target.Sparse ?? Target.Dims.Feature;

    /// <summary>Whether the target must be class indices.</summary>
    internal bool NeedsIndices { get; init; }

    internal override string Kind => "cross_entropy";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (Logits.Type != DataType.Float32)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, "a real number as logits", Logits));
        }

        if (NeedsIndices && Target.Sparse is null)
        {
            faults.Add(ShapeDiagnostics.NotIndices(Kind, Target));
            return [Logits.Signature];
        }

        if (Classes is not { } classes)
        {
            faults.Add(ShapeDiagnostics.TargetWithoutClasses(Target));
            return [Logits.Signature];
        }

        var frames = Logits.Dims.Except(classes);
        if (!Logits.Dims.Contains(classes))
        {
            faults.Add(ShapeDiagnostics.NoSuchDim(Kind, [classes], Logits));
        }
        else if (!frames.Equals(Target.Dims.Except(classes)))
        {
            faults.Add(ShapeDiagnostics.DimMismatch(Kind, Logits, Target));
        }

        return [new(frames, DataType.Float32)];
    }
}
