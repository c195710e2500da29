using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>How RETURNN reads an option that it only asks whether it is true.</summary>
internal static class OptionTruth
{
    /// <summary>Whether the option is given and true as Python sees it; code counts as true.</summary>
    internal static bool IsOn(this DictValue layer, string option) => IsTrue(layer[option]);

    /// <summary>Whether a value is true as Python sees it; code counts as true.</summary>
    internal static bool IsTrue(OptionValue? value) => LayerCall.IsTrue(value);
}
