using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A function of two tensors, entry by entry, dims matched by identity.</summary>
internal sealed class BinaryNode(BinaryOperator op, Tensor left, Tensor right) : Node([left, right])
{
    internal BinaryOperator Operator { get; } = op;

    internal Tensor Left => Inputs[0];

    internal Tensor Right => Inputs[1];

    internal bool IsCommutative =>
        Operator is not (BinaryOperator.Subtract or BinaryOperator.Divide or BinaryOperator.Power);

    internal override string Kind =>
        Operator switch
        {
            BinaryOperator.Add => "add",
            BinaryOperator.Subtract => "sub",
            BinaryOperator.Multiply => "mul",
            BinaryOperator.Divide => "div",
            BinaryOperator.Maximum => "maximum",
            BinaryOperator.Minimum => "minimum",
            BinaryOperator.Power => "pow",
            BinaryOperator.SquaredDifference => "squared_difference",
            BinaryOperator.And => "and",
            _ => "or",
        };

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var type = Elementwise.CommonType(Kind, Left, Right, faults);
        var logical = Operator is BinaryOperator.And or BinaryOperator.Or;
        if (!faults.Any && (logical != (type == DataType.Bool) || Left.Sparse is not null || Right.Sparse is not null))
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, logical ? "a truth value" : "a number", Left));
        }
        else if (!faults.Any && Operator == BinaryOperator.Divide && type != DataType.Float32)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, "a real number", Left));
        }

        return [new(Elementwise.CommonShape(Kind, Left, Right, faults), type)];
    }
}
