using System.Collections.Immutable;

namespace NetDsl;

/// <summary>The sum of products over dims both tensors have; other shared dims are kept once, as in a batched matrix product.</summary>
internal sealed class DotNode(Tensor left, Tensor right, Shape reduce) : Node([left, right])
{
    internal Tensor Left => Inputs[0];

    internal Tensor Right => Inputs[1];

    internal Shape Reduce { get; } = reduce;

    internal override string Kind => "dot";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        foreach (var operand in Inputs)
        {
            var missing = Reduce.Except(operand.Dims);
            if (missing.Count > 0 && !faults.Any)
            {
                faults.Add(ShapeDiagnostics.NoSuchDim(Kind, missing, operand));
            }
            else if (operand.Type != DataType.Float32 || operand.Sparse is not null)
            {
                faults.Add(ShapeDiagnostics.WrongType(Kind, "a real number", operand));
            }
        }

        return [new(Left.Dims.Except(Reduce).Union(Right.Dims.Except(Reduce)), DataType.Float32)];
    }
}
