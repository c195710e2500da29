namespace NetDsl.Layers;

/// <summary>A loss of RETURNN.</summary>
/// <param name="Name">As in <c>"loss"</c>.</param>
/// <param name="Options">What <c>loss_opts</c> takes.</param>
/// <param name="NeedsTarget">Whether a layer with this loss and no <c>target</c> takes the default target.</param>
internal sealed record LossClass(string Name, OptionTable Options, bool NeedsTarget);
