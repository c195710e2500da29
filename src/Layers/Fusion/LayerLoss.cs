namespace NetDsl.Layers;

/// <summary>A loss of RETURNN that a layer computes from its own output (contract 9).</summary>
/// <param name="Name">RETURNN's name of the loss.</param>
/// <param name="Target">The key of the data it is compared with.</param>
internal sealed record LayerLoss(string Name, string Target);
