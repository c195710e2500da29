using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>A function of arrays that knows its derivative.</summary>
internal interface IOperation
{
    NdArray Compute(ImmutableArray<NdArray> inputs);

    /// <summary>For each input the derivative of a number that depends on the output; null where there is none.</summary>
    /// <param name="inputs">What the output was computed from.</param>
    /// <param name="output">The output.</param>
    /// <param name="gradient">The derivative by the output.</param>
    NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient);
}
