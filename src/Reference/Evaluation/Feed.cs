using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What goes into a step: numbers for inputs and variables.</summary>
/// <param name="Inputs">By key of <c>extern_data</c>, padded to the longest sequence.</param>
/// <param name="Lengths">By the name of a dynamic axis of the inputs, a number a sequence.</param>
/// <param name="Parameters">By variable name.</param>
internal sealed record Feed(
    IReadOnlyDictionary<string, NdArray> Inputs,
    IReadOnlyDictionary<string, ImmutableArray<int>> Lengths,
    IReadOnlyDictionary<string, NdArray> Parameters
);
