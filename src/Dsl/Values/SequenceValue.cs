using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A list, tuple or set of values, in the order given.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Items">The values.</param>
public sealed record SequenceValue(SequenceKind Kind, ImmutableArray<OptionValue> Items) : OptionValue
{
    /// <summary>Same kind and equal items in the same order.</summary>
    public bool Equals(SequenceValue? other) =>
        other is not null && Kind == other.Kind && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate((int)Kind, HashCode.Combine);
}
