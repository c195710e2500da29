namespace NetDsl.Layers;

/// <summary>
/// RETURNN's layer classes as functions, one for each. An option that is not given is not written: RETURNN's default holds.
/// </summary>
public static partial class ReturnnLayers;
