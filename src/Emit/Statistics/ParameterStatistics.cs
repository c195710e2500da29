using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A variable of a net.</summary>
/// <param name="Name">Its name in the checkpoint.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="IsTrainable">Whether training changes it.</param>
public sealed record ParameterStatistics(string Name, ImmutableArray<int> Shape, bool IsTrainable)
{
    /// <summary>How many numbers it holds.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);
}
