namespace NetDsl;

/// <summary>A Python expression, written as it stands; JSON refuses it.</summary>
/// <param name="Python">One expression on one line.</param>
public sealed record CodeValue(string Python) : OptionValue;
