namespace NetDsl.Reference;

/// <summary>What the interpreter does with an option of a layer class.</summary>
internal enum OptionStanding
{
    /// <summary>It computes what the option says, or refuses its value.</summary>
    Read,

    /// <summary>No number depends on it.</summary>
    Neutral,

    /// <summary>It refuses layers that switch it on.</summary>
    Refused,
}
