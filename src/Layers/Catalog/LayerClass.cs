namespace NetDsl.Layers;

/// <summary>A layer class of RETURNN.</summary>
/// <param name="Name">As in <c>"class"</c>.</param>
/// <param name="Options">Its own options; those that all layers have are in the catalog.</param>
/// <param name="NeedsFrom">Whether <c>from</c> has to be given.</param>
internal sealed record LayerClass(string Name, OptionTable Options, bool NeedsFrom);
