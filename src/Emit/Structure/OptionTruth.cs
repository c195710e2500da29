namespace NetDsl.Emit;

/// <summary>How RETURNN reads an option that it only asks whether it is true.</summary>
internal static class OptionTruth
{
    /// <summary>Whether the option is given and true as Python sees it; code counts as true.</summary>
    internal static bool IsOn(this DictValue layer, string option) => IsTrue(layer[option]);

    /// <summary>Whether a value is true as Python sees it; code counts as true.</summary>
    internal static bool IsTrue(OptionValue? value) =>
        value switch
        {
            null or NoneValue => false,
            BoolValue flag => flag.Value,
            IntegerValue number => number.Value != 0,
            RealValue number => number.Value != 0,
            StringValue text => text.Value.Length > 0,
            SequenceValue sequence => sequence.Items.Length > 0,
            DictValue dict => dict.Count > 0,
            _ => true,
        };
}
