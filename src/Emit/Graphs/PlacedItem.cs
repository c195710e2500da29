namespace NetDsl.Emit;

/// <summary>Where an item is in its box.</summary>
internal readonly record struct PlacedItem(double Left, double Top, double Width, double Height)
{
    /// <summary>Where its row begins; lines go straight as far as that, so that they pass behind nothing.</summary>
    internal double RowTop { get; init; }

    /// <summary>Where its row ends.</summary>
    internal double RowBottom { get; init; }

    internal double Center => Left + (Width / 2);

    internal double Right => Left + Width;

    internal double Bottom => Top + Height;
}
