namespace NetDsl.Layers;

/// <summary>A value of a switch that RETURNN has done away with.</summary>
/// <param name="Value">The value.</param>
/// <param name="Until">The first behavior version that refuses it.</param>
internal readonly record struct OldValue(bool Value, int Until);
