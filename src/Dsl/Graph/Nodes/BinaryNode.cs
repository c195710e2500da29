using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A function of two tensors, entry by entry, dims matched by identity.</summary>
internal sealed class BinaryNode(BinaryOperator op, Tensor left, Tensor right) : Node([left, right])
{
    internal BinaryOperator Operator { get; } = op;

    internal Tensor Left => Inputs[0];

    internal Tensor Right => Inputs[1];

    internal bool IsCommutative =>
        Operator
            is not (
                BinaryOperator.Subtract
                or BinaryOperator.Divide
                or BinaryOperator.Power
                or BinaryOperator.FloorDivide
                or BinaryOperator.Modulo
            );

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
            BinaryOperator.FloorDivide => "floordiv",
            BinaryOperator.Modulo => "mod",
            BinaryOperator.LogAddExp => "logaddexp",
            BinaryOperator.And => "and",
            _ => "or",
        };

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        var type = Elementwise.CommonType(Kind, Left, Right, faults);
        if (!faults.Any && Unfit(type) is { } operand)
        {
            faults.Add(ShapeDiagnostics.WrongType(Kind, Expected, operand));
        }

        return [new(Elementwise.CommonShape(Kind, Left, Right, faults), type)];
    }

    private bool IsLogical => Operator is BinaryOperator.And or BinaryOperator.Or;

    private bool IsOfReals => Operator is BinaryOperator.Divide or BinaryOperator.LogAddExp;

    private string Expected =>
        IsLogical ? "a truth value"
        : IsOfReals ? "a real number"
        : "a number";

    private Tensor? Unfit(DataType type)
    {
        if (Left.Sparse is not null || Right.Sparse is not null)
        {
            return Left.Sparse is not null ? Left : Right;
        }

        var fits = IsLogical
            ? type == DataType.Bool
            : type != DataType.Bool && (!IsOfReals || type == DataType.Float32);
        return fits ? null : Left;
    }
}
