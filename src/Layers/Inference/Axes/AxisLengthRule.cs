using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>How long an axis is where RETURNN computes it without a formula that its arithmetic would know.</summary>
/// <param name="Input">The axis that it depends on.</param>
/// <param name="Compute">From the lengths of that one, a number a sequence and behind them the extent with all padding, to its own.</param>
internal sealed record AxisLengthRule(Axis Input, Func<ImmutableArray<long>, ImmutableArray<long>> Compute);
