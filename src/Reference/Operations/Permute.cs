using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>The axes in another order.</summary>
/// <param name="Order">For each new place the old one.</param>
internal sealed record Permute(ImmutableArray<int> Order) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs) => inputs[0].Permute(Order);

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        var back = new int[Order.Length];
        for (var place = 0; place < back.Length; place++)
        {
            back[Order[place]] = place;
        }

        return [gradient.Permute([.. back])];
    }
}
