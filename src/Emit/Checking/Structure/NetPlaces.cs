namespace NetDsl.Emit;

/// <summary>Where the layers of a net and their options are. The way to a layer is put together only when somebody asks.</summary>
internal sealed class NetPlaces(CheckTarget target)
{
    private readonly CheckPlace top = new("the config", null, null, target.Places);

    /// <summary>A top-level key.</summary>
    internal CheckPlace Key(params ReadOnlySpan<string> keys)
    {
        var place = top;
        foreach (var key in keys)
        {
            place = place.At(key);
        }

        return place;
    }

    /// <summary>A layer.</summary>
    internal CheckPlace Of(NetLayer layer) => target.PlaceOf(layer);

    /// <summary>What a layer says at a reference.</summary>
    internal CheckPlace Of(NetLayer layer, NetReference reference)
    {
        var place = Of(layer);
        if (reference.IsImplicit)
        {
            return place;
        }

        OptionValue? value = layer.Options;
        string? rest = reference.Option;
        while (rest is not null && value is DictValue dict && Step(dict, rest) is { } key)
        {
            place = place.At(key);
            value = dict[key];
            rest = rest.Length > key.Length ? rest[(key.Length + 1)..] : null;
        }

        return value is SequenceValue ? place.At(FormattableString.Invariant($"{reference.Index}")) : place;
    }

    // Keys may hold slashes themselves: batch_norm/v2_mean.
    private static string? Step(DictValue dict, string path)
    {
        foreach (var (key, _) in dict)
        {
            if (
                key is StringValue { Value: { Length: > 0 } name }
                && path.StartsWith(name, StringComparison.Ordinal)
                && (path.Length == name.Length || path[name.Length] == '/')
            )
            {
                return name;
            }
        }

        return null;
    }
}
