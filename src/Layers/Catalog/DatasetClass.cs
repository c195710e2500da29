namespace NetDsl.Layers;

/// <summary>A dataset class of RETURNN.</summary>
/// <param name="Name">As in <c>"class"</c>.</param>
/// <param name="Options">Its options.</param>
internal sealed record DatasetClass(string Name, OptionTable Options);
