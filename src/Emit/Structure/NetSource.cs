namespace NetDsl.Emit;

/// <summary>What a net is read from.</summary>
/// <param name="Network">The layer dict.</param>
internal sealed record NetSource(DictValue Network)
{
    /// <summary>The keys of <c>extern_data</c>; null if nobody knows them.</summary>
    public IReadOnlySet<string>? ExternData { get; init; }

    /// <summary>The input that <c>data</c> means; null if nobody knows.</summary>
    public string? DefaultInput { get; init; } = "data";

    /// <summary>The target of losses that name none; null if nobody knows.</summary>
    public string? DefaultTarget { get; init; } = "classes";

    /// <summary>The behavior version; 0 if it is not set.</summary>
    public int BehaviorVersion { get; init; }

    /// <summary>Whether code may add layers.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What a config says.</summary>
    public static NetSource Of(Config config) =>
        new(config.Network)
        {
            ExternData = KeysOf(config["extern_data"]),
            DefaultInput = NameOf(config["default_input"], "data"),
            DefaultTarget = NameOf(config["target"], "classes"),
            BehaviorVersion = config["behavior_version"] is IntegerValue number
                ? (int)Math.Clamp(number.Value, 0, 1000)
                : 0,
        };

    private static string? NameOf(OptionValue? value, string otherwise) =>
        value switch
        {
            null or NoneValue => otherwise,
            StringValue text => text.Value,
            _ => null,
        };

    private static HashSet<string>? KeysOf(OptionValue? value)
    {
        if (value is not DictValue dict)
        {
            return null;
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in dict)
        {
            if (key is not StringValue name)
            {
                return null;
            }

            keys.Add(name.Value);
        }

        return keys;
    }
}
