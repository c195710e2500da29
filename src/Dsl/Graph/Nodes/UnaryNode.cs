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
            UnaryOperator.Elu => "elu",
            UnaryOperator.Selu => "selu",
            UnaryOperator.Softplus => "softplus",
            UnaryOperator.LogSigmoid => "log_sigmoid",
            UnaryOperator.Sign => "sign",
            UnaryOperator.Floor => "floor",
            UnaryOperator.Ceil => "ceil",
            UnaryOperator.Round => "round",
            UnaryOperator.Cos => "cos",
            UnaryOperator.Sin => "sin",
            _ => null,
        };

    internal override string Kind => Names[(int)Operator];

    private static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<UnaryOperator>().Select(NameOf)];

    private bool TakesWholeNumbers =>
        Operator is UnaryOperator.Negate or UnaryOperator.Absolute or UnaryOperator.Square or UnaryOperator.Sign;

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var expected = Operator switch
        {
            UnaryOperator.Not => "a truth value",
            _ when TakesWholeNumbers => "a number",
            _ => "a real number",
        };
        var fits = Operator switch
        {
            UnaryOperator.Not => Operand.Type == DataType.Bool,
            _ when TakesWholeNumbers => Operand.Type != DataType.Bool,
            _ => Operand.Type == DataType.Float32,
        };
        if (!fits || Operand.Sparse is not null)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, expected, Operand));
        }

        return [Operand.Signature];
    }

    private static string NameOf(UnaryOperator op) =>
        op == UnaryOperator.LogSigmoid ? "log_sigmoid" : op.ToString().ToLowerInvariant();
}
