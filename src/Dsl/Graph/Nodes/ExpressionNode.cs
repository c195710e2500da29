using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Several entry-by-entry steps as one; made by lowering, and called as the last of them.</summary>
internal sealed class ExpressionNode(ImmutableArray<Tensor> sources, Expression formula, Node last) : Node(sources)
{
    internal Expression Formula { get; } = formula;

    internal override string Kind => last.Kind;

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [last.Output.Signature];
}
