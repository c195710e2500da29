using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Where the first input is true the second one, elsewhere the third; axes of size one are repeated.</summary>
internal sealed record Choose : IOperation
{
    internal static readonly Choose Operation = new();

    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var shape = Broadcasting.Common(inputs[0].Shape, Broadcasting.Common(inputs[1].Shape, inputs[2].Shape));
        var (condition, left, right) = (
            Broadcasting.Fill(inputs[0], shape).Data,
            Broadcasting.Fill(inputs[1], shape).Data,
            Broadcasting.Fill(inputs[2], shape).Data
        );
        var result = new double[left.Length];
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = condition[place] != 0 ? left[place] : right[place];
        }

        return new(shape, result);
    }

    // Not multiplied by the condition: what is not chosen may be infinite.
    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        var condition = Broadcasting.Fill(inputs[0], output.Shape).Data;
        var (left, right) = (new double[gradient.Count], new double[gradient.Count]);
        for (var place = 0; place < condition.Length; place++)
        {
            (condition[place] != 0 ? left : right)[place] = gradient.Data[place];
        }

        return
        [
            null,
            Broadcasting.Collect(new(output.Shape, left), inputs[1].Shape),
            Broadcasting.Collect(new(output.Shape, right), inputs[2].Shape),
        ];
    }
}
