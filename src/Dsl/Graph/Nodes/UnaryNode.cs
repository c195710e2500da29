using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A function of one tensor, entry by entry.</summary>
internal sealed class UnaryNode(UnaryOperator op, Tensor operand) : Node([operand])
{
    internal UnaryOperator Operator { get; } = op;

    internal Tensor Operand => Inputs[0];

    /// <summary>RETURNN's name of the function where it is an activation; null otherwise.</summary>
    internal string? Activation =>
        Operator switch
        {
            UnaryOperator.Exp => "exp",
            UnaryOperator.Relu => "relu",
            UnaryOperator.Sigmoid => "sigmoid",
            UnaryOperator.Tanh => "tanh",
            UnaryOperator.Gelu => "gelu",
            UnaryOperator.Swish => "swish",
            _ => null,
        };

    internal override string Kind => Names[(int)Operator];

    private static ImmutableArray<string> Names { get; } =
    [.. Enum.GetNames<UnaryOperator>().Select(name => name.ToLowerInvariant())];

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var expected = Operator switch
        {
            UnaryOperator.Not => "a truth value",
            UnaryOperator.Negate or UnaryOperator.Absolute or UnaryOperator.Square => "a number",
            _ => "a real number",
        };
        var fits = Operator switch
        {
            UnaryOperator.Not => Operand.Type == DataType.Bool,
            UnaryOperator.Negate or UnaryOperator.Absolute or UnaryOperator.Square => Operand.Type != DataType.Bool,
            _ => Operand.Type == DataType.Float32,
        };
        if (!fits || Operand.Sparse is not null)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, expected, Operand));
        }

        return [Operand.Signature];
    }
}
