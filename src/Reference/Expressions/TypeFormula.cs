namespace NetDsl.Reference;

/// <summary>A type of TensorFlow, as the second argument of a cast.</summary>
internal sealed record TypeFormula(string Name) : Formula;
