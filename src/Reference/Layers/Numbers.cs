namespace NetDsl.Reference;

/// <summary>Options as numbers; truth values are 0 and 1.</summary>
internal static class Numbers
{
    /// <summary>The number; null if it is none.</summary>
    internal static double? Of(OptionValue? value) =>
        value switch
        {
            BoolValue flag => flag.Value ? 1 : 0,
            IntegerValue number => number.Value,
            RealValue number => number.Value,
            _ => null,
        };
}
