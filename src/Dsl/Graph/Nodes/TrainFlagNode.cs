using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Whether the step trains: true in training steps, false in evaluation and forwarding (contract 6).</summary>
internal sealed class TrainFlagNode : Node
{
    private TrainFlagNode()
        : base([]) { }

    internal override string Kind => "train_flag";

    internal static Tensor Make(SourceLocation location)
    {
        var node = new TrainFlagNode();
        node.Locate(location);
        node.Yield([new(Shape.Scalar, DataType.Bool)], faulty: false);
        return node.Output;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [Output.Signature];
}
