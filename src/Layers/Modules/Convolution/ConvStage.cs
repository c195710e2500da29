namespace NetDsl.Layers;

/// <summary>One stage of a <see cref="ConvSubsampling"/>: a convolution over time and features, an activation, a pooling.</summary>
public sealed record ConvStage
{
    /// <summary>A stage with a filter of some channels.</summary>
    /// <param name="channels">The channels that come out.</param>
    public ConvStage(Dim channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        Channels = channels;
    }

    /// <summary>The channels that come out.</summary>
    public Dim Channels { get; }

    /// <summary>The size of the filter along time and along the features.</summary>
    public (int Time, int Features) FilterSize { get; init; } = (3, 3);

    /// <summary>How far the filter moves along time and along the features.</summary>
    public (int Time, int Features) Strides { get; init; } = (1, 1);

    /// <summary>
    /// Of how many entries along time and along the features the largest is taken, behind the activation; there are as many windows
    /// as it takes to reach each entry.
    /// </summary>
    public (int Time, int Features) Pool { get; init; } = (1, 1);
}
