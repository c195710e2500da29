using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The number of the step of a loop, from 0.</summary>
internal sealed class LoopIndexNode() : LoopValueNode([])
{
    internal override string Kind => "index";

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [new(Shape.Scalar, DataType.Int32)];
}
