namespace NetDsl.Emit;

/// <summary>The way from the top of a config to one value, kept from its end: no text is made until somebody asks.</summary>
/// <param name="Outer">The way to what holds it; null for a top-level key.</param>
/// <param name="Key">The key there, or the position in a sequence.</param>
internal sealed record ConfigPath(ConfigPath? Outer, string Key)
{
    /// <summary>All keys, the top-level one first.</summary>
    public string[] ToKeys()
    {
        var keys = new Stack<string>();
        for (var path = this; path is not null; path = path.Outer)
        {
            keys.Push(path.Key);
        }

        return [.. keys];
    }
}
