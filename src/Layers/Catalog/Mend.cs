namespace NetDsl.Layers;

/// <summary>What the overlay says of one place; null where it leaves the facts alone.</summary>
internal sealed record Mend
{
    internal string? Type { get; init; }

    internal bool? IsRequired { get; init; }

    internal int? RequiredFrom { get; init; }

    internal string? Words { get; init; }

    internal AxisPlaces? Axes { get; init; }

    internal string? Unless { get; init; }

    internal OldValue? Old { get; init; }

    internal string? Sources { get; init; }

    internal string? Reason { get; init; }

    /// <summary>Whether the place is not among the facts.</summary>
    internal bool Adds { get; init; }

    /// <summary>Whether it is, and a config cannot give it.</summary>
    internal bool Removes { get; init; }

    /// <summary>This mend, and what a later one says on top.</summary>
    internal Mend With(Mend? later) =>
        later is null
            ? this
            : new()
            {
                Type = later.Type ?? Type,
                IsRequired = later.IsRequired ?? IsRequired,
                RequiredFrom = later.RequiredFrom ?? RequiredFrom,
                Words = later.Words ?? Words,
                Axes = later.Axes ?? Axes,
                Unless = later.Unless ?? Unless,
                Old = later.Old ?? Old,
                Sources = later.Sources ?? Sources,
                Reason = later.Reason ?? Reason,
                Adds = later.Adds || Adds,
                Removes = later.Removes || Removes,
            };
}
