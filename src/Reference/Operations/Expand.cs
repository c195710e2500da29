using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Axes of size one, repeated.</summary>
internal sealed record Expand(ImmutableArray<int> Shape) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs) => Broadcasting.Fill(inputs[0], Shape);

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [Broadcasting.Collect(gradient, inputs[0].Shape)];
}
