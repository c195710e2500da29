namespace NetDsl.Layers;

/// <summary>Blocks of a <see cref="ResNet"/> with the same channels.</summary>
/// <param name="Channels">The channels that come out.</param>
/// <param name="Blocks">How many blocks, at least 1.</param>
public sealed record ResNetStage(Dim Channels, int Blocks)
{
    /// <summary>How far the first block's filter moves along time and along the features.</summary>
    public (int Time, int Features) Strides { get; init; } = (1, 1);
}
