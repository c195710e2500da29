namespace NetDsl.Layers;

/// <summary>A second dim for frames that read each other: a tensor has no dim twice. One for each call.</summary>
internal static class SequenceOfKeys
{
    internal static Dim Of(Dim time) =>
        time.Size is { } size ? Dim.Spatial($"{time.Name}_keys", size) : Dim.Dynamic($"{time.Name}_keys");
}
