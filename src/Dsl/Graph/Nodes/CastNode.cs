using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The same values as another type.</summary>
internal sealed class CastNode(Tensor operand, DataType type) : Node([operand])
{
    internal Tensor Operand => Inputs[0];

    internal override string Kind => "cast";

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [new(Operand.Dims, type)];
}
