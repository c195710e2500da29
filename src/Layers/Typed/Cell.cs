namespace NetDsl.Layers;

/// <content>Layers of a loop.</content>
public sealed partial record Cell
{
    /// <summary>The layers that compute one step, by name; <c>output</c> is among them.</summary>
    public static implicit operator Cell(DictValue layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return new((OptionValue)layers);
    }
}
