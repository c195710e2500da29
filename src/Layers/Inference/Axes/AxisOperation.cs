using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The step that made an axis from others.</summary>
/// <param name="Operator">What was done.</param>
/// <param name="Inputs">Two axes, in order; none for a constant.</param>
internal sealed record AxisOperation(AxisOperator Operator, ImmutableArray<Axis> Inputs);
