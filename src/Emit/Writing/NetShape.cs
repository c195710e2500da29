namespace NetDsl.Emit;

/// <summary>Which dicts of a config are layers and which are nets of layers (contract 3.4, 5, 8).</summary>
internal static class NetShape
{
    /// <summary>The top-level key that holds the net.</summary>
    public const string Network = "network";

    /// <summary>Whether a top-level key holds a net: that of all epochs, or of some that come first.</summary>
    public static bool IsNetwork(string key) =>
        key == Network || (key.StartsWith(Network + "_", StringComparison.Ordinal) && char.IsAsciiDigit(key[^1]));

    /// <summary>Whether a value is the dict of one layer.</summary>
    public static bool IsLayer(OptionValue value) => value is DictValue dict && dict["class"] is StringValue;

    /// <summary>Whether an option of a layer holds a net: <c>subnetwork</c>, or the <c>unit</c> of a loop.</summary>
    public static bool IsNet(string option, OptionValue value) =>
        option is "subnetwork" or "unit" && value is DictValue { Count: > 0 } && !IsLayer(value);

    /// <summary>Whether an option of a layer holds another layer: a branch of a cond, or the <c>unit</c> of a masked computation.</summary>
    public static bool IsInnerLayer(string option, OptionValue value) =>
        option is "true_layer" or "false_layer" or "unit" && IsLayer(value);

    /// <summary>Whether a layer holds a net at any depth, and so takes more than one line.</summary>
    public static bool HoldsNet(DictValue layer)
    {
        foreach (var (key, value) in layer)
        {
            if (value is DictValue inner && key is StringValue option)
            {
                if (IsNet(option.Value, inner) || (IsInnerLayer(option.Value, inner) && HoldsNet(inner)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
