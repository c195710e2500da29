namespace NetDsl.Emit;

/// <summary>Of an imported config every key has its place in the text.</summary>
internal sealed class TextPlaces(ConfigLocations locations) : ICheckPlaces
{
    public SourceLocation Find(ConfigPath path) => locations.Find(path.ToKeys());
}
