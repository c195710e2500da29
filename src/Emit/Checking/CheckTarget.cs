namespace NetDsl.Emit;

/// <summary>A config to be checked, with what is known of it beyond its values.</summary>
/// <param name="Config">The values; those that cannot be relied on are code.</param>
/// <param name="Places">Where findings are.</param>
internal sealed record CheckTarget(Config Config, ICheckPlaces Places)
{
    /// <summary>Whether the config itself reads a top-level name, which then is one of the user's own.</summary>
    public Func<string, bool> IsRead { get; init; } = _ => false;

    /// <summary>Whether the config's code may bind a top-level name that the values do not show.</summary>
    public Func<string, bool> MayBind { get; init; } = _ => false;

    /// <summary>Whether the config's code lets Python recurse deeper than it does by itself.</summary>
    public bool RaisesRecursionLimit { get; init; }
}
