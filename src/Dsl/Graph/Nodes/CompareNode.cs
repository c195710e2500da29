using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A comparison, entry by entry; yields truth values.</summary>
internal sealed class CompareNode(ComparisonOperator op, Tensor left, Tensor right) : Node([left, right])
{
    internal ComparisonOperator Operator { get; } = op;

    internal Tensor Left => Inputs[0];

    internal Tensor Right => Inputs[1];

    internal override string Kind => "compare";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        Elementwise.CommonType(Kind, Left, Right, faults);
        if (!faults.Any && Left.Sparse is { } left && Right.Sparse is { } right && left != right)
        {
            faults.Add(ShapeDiagnostics.TypeMismatch(Kind, Left, Right));
        }

        return [new(Elementwise.CommonShape(Kind, Left, Right, faults), DataType.Bool)];
    }
}
