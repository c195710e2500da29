namespace NetDsl.Layers;

/// <summary>A loss of RETURNN that a layer computes from its own output (contract 9).</summary>
/// <param name="Name">RETURNN's name of the loss.</param>
/// <param name="Target">What it is compared with: data of the dataset, or what a layer computes.</param>
internal sealed record LayerLoss(string Name, Tensor Target);
