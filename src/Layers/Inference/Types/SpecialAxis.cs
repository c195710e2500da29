namespace NetDsl.Layers;

/// <summary>
/// Which axis of a tensor is its time or feature axis: a place, none, or what RETURNN picks by default. The default is kept as
/// such, because it is picked anew when axes change.
/// </summary>
internal readonly record struct SpecialAxis
{
    private readonly int place;

    private SpecialAxis(int place) => this.place = place;

    /// <summary>What RETURNN picks.</summary>
    internal static SpecialAxis Default => default;

    /// <summary>There is none.</summary>
    internal static SpecialAxis None { get; } = new(-1);

    internal static SpecialAxis At(int index) => new(index + 1);

    internal static SpecialAxis AtOrNone(int? index) => index is { } place ? At(place) : None;

    internal bool IsDefault => place == 0;

    internal bool IsNone => place < 0;

    /// <summary>The place, if it is one.</summary>
    internal int? Index => place > 0 ? place - 1 : null;
}
