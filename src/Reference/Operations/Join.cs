using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Arrays one behind the other along one axis; all other axes are equal.</summary>
internal sealed record Join(int Axis) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var shape = inputs[0].Shape.SetItem(Axis, inputs.Sum(input => input.Shape[Axis]));
        var result = NdArray.Zeros(shape);
        var offset = 0;
        foreach (var input in inputs)
        {
            Copy(input, result, offset, isBack: false);
            offset += input.Shape[Axis];
        }

        return result;
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        var result = new NdArray?[inputs.Length];
        var offset = 0;
        for (var place = 0; place < inputs.Length; place++)
        {
            var part = NdArray.Zeros(inputs[place].Shape);
            Copy(part, gradient, offset, isBack: true);
            offset += part.Shape[Axis];
            result[place] = part;
        }

        return result;
    }

    private void Copy(NdArray part, NdArray whole, int offset, bool isBack)
    {
        var inner = NdArray.CountOf(part.Shape[(Axis + 1)..]);
        var outer = NdArray.CountOf(part.Shape[..Axis]);
        var (length, step) = (part.Shape[Axis] * inner, whole.Shape[Axis] * inner);
        for (var row = 0; row < outer; row++)
        {
            var own = part.Data.AsSpan(row * length, length);
            var there = whole.Data.AsSpan((row * step) + (offset * inner), length);
            if (isBack)
            {
                there.CopyTo(own);
            }
            else
            {
                own.CopyTo(there);
            }
        }
    }
}
