using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>The same numbers in the same order on another grid.</summary>
internal sealed record Reshape(ImmutableArray<int> Shape) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs) => inputs[0].Reshape(Shape);

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [gradient.Reshape(inputs[0].Shape)];
}
