namespace NetDsl.Layers;

/// <summary>
/// The arithmetic that an axis was first asked for with, before RETURNN's simplifications: <c>1 + (1 + time)</c> for <c>2 + time</c>.
/// Asked for again, it gives the same axis.
/// </summary>
/// <param name="Axis">One side.</param>
/// <param name="Operator">What was done.</param>
/// <param name="IsLeft">Whether the other side is the left one.</param>
/// <param name="Other">The other side.</param>
internal sealed record AxisOrigin(Axis Axis, AxisOperator Operator, bool IsLeft, AxisTerm Other);
