using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A number or truth value known when the model is written.</summary>
internal sealed class ConstantNode : Node
{
    private ConstantNode(OptionValue value)
        : base([]) => Value = value;

    /// <summary>A <see cref="RealValue"/>, <see cref="IntegerValue"/> or <see cref="BoolValue"/>.</summary>
    internal OptionValue Value { get; }

    internal override string Kind => "constant";

    /// <summary>The value as a real number; truth values have none.</summary>
    internal double? Number =>
        Value switch
        {
            RealValue real => real.Value,
            IntegerValue integer => integer.Value,
            _ => null,
        };

    internal static Tensor Make(OptionValue value, DataType type) => Make(value, type, Shape.Scalar);

    internal static Tensor Make(OptionValue value, DataType type, Shape shape, SourceLocation location = default) =>
        Make(value, new Signature(shape, type), location);

    internal static Tensor Make(OptionValue value, Signature signature, SourceLocation location)
    {
        var node = new ConstantNode(value);
        node.Locate(location);
        node.Yield([signature], faulty: false);
        return node.Output;
    }

    internal override ImmutableArray<Signature> Infer(FaultList faults) => [Output.Signature];
}
