namespace NetDsl.Layers;

/// <summary>A loss of RETURNN.</summary>
/// <param name="Name">As in <c>"loss"</c>.</param>
/// <param name="Options">What <c>loss_opts</c> takes.</param>
internal sealed record LossClass(string Name, OptionTable Options);
