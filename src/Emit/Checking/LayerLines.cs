namespace NetDsl.Emit;

/// <summary>Of an emitted config the user's lines are known by layer of the root: all that is inside a layer comes from its line.</summary>
internal sealed class LayerLines(IReadOnlyDictionary<string, SourceLocation> lines) : ICheckPlaces
{
    public SourceLocation Find(ConfigPath path)
    {
        var (layer, top) = (path, path.Outer);
        while (top?.Outer is not null)
        {
            (layer, top) = (top, top.Outer);
        }

        return top?.Key == NetShape.Network
            ? lines.GetValueOrDefault(layer.Key, SourceLocation.None)
            : SourceLocation.None;
    }
}
