namespace NetDsl;

/// <summary>One result of a loop.</summary>
/// <param name="Value">The tensor of the body that it is made of.</param>
/// <param name="IsLast">Whether it is the value of the last step alone; otherwise those of all steps.</param>
internal readonly record struct LoopYield(Tensor Value, bool IsLast);
