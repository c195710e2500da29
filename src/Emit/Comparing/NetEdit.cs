using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>One step from the old net to the new one.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Old">The path of the layer, the name of the dim or the key before; null if it was not there.</param>
/// <param name="New">The same afterwards; null if it is gone.</param>
public sealed record NetEdit(EditKind Kind, string? Old, string? New)
{
    /// <summary>The layer's class, the new one if there are two.</summary>
    public string Class { get; init; } = "";

    /// <summary>How many layers it is about.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Options that differ, the class among them.</summary>
    public ImmutableArray<OptionChange> Options { get; init; } = [];

    /// <summary>The line of the layer: in the new net, or in the old one if it is gone.</summary>
    public SourceLocation Location { get; init; } = SourceLocation.None;

    /// <summary>What it does to variables and dims, of this layer and of those behind it.</summary>
    public EditEffect Effect { get; init; } = EditEffect.None;
}
