using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Each entry of the input is added to one entry of the output, or dropped: the reverse of <see cref="Pick"/>.</summary>
/// <param name="Shape">The output's.</param>
/// <param name="Places">For each entry of the input its place in the output's data; -1 to drop it.</param>
internal sealed record Scatter(ImmutableArray<int> Shape, int[] Places) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var result = NdArray.Zeros(Shape);
        for (var place = 0; place < Places.Length; place++)
        {
            if (Places[place] >= 0)
            {
                result.Data[Places[place]] += inputs[0].Data[place];
            }
        }

        return result;
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [new Pick(inputs[0].Shape, Places).Compute([gradient])];
}
