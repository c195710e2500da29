using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>What a <see cref="WrittenLayer"/> reads: one name, or a list of names: <c>["forward", "backward"]</c>.</summary>
[CollectionBuilder(typeof(WrittenSources), nameof(Create))]
public sealed class WrittenSources : IReadOnlyList<OptionValue>
{
    private readonly ImmutableArray<OptionValue> names;

    private WrittenSources(ImmutableArray<OptionValue> names, OptionValue value) =>
        (this.names, Value) = (names, value);

    /// <summary>How many there are.</summary>
    public int Count => names.Length;

    /// <summary>The name at a place of the list.</summary>
    public OptionValue this[int index] => names[index];

    /// <summary>What is written: one name has no list around it.</summary>
    internal OptionValue Value { get; }

    /// <summary>One name.</summary>
    public static implicit operator WrittenSources(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new([name], name);
    }

    /// <summary>A list of names.</summary>
    public static WrittenSources Create(ReadOnlySpan<OptionValue> names) => new([.. names], OptionValue.List(names));

    /// <summary>The names in order.</summary>
    public IEnumerator<OptionValue> GetEnumerator() => ((IEnumerable<OptionValue>)names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
