using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>
/// Each entry of the output is one entry of the input, or a number. Slices, padding, turns, windows and look-ups are all this, with other
/// places.
/// </summary>
/// <param name="Shape">The output's.</param>
/// <param name="Places">For each entry of the output its place in the input's data; -1 for the number.</param>
/// <param name="Otherwise">The number.</param>
internal sealed record Pick(ImmutableArray<int> Shape, int[] Places, double Otherwise = 0) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var result = new double[Places.Length];
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = Places[place] < 0 ? Otherwise : inputs[0].Data[Places[place]];
        }

        return new(Shape, result);
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [new Scatter(inputs[0].Shape, Places).Compute([gradient])];
}
