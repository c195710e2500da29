using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>A whole number for all axes, or a list with one for each: <c>2</c>, <c>[2, 1]</c>.</summary>
[CollectionBuilder(typeof(Counts), nameof(Create))]
public sealed class Counts : IReadOnlyList<int>
{
    private readonly ImmutableArray<int> numbers;

    private Counts(ImmutableArray<int> numbers, OptionValue value) => (this.numbers, Value) = (numbers, value);

    /// <summary>How many numbers there are.</summary>
    public int Count => numbers.Length;

    /// <summary>The number at a place of the list.</summary>
    public int this[int index] => numbers[index];

    /// <summary>What is written.</summary>
    internal OptionValue Value { get; }

    /// <summary>The same number for all axes.</summary>
    public static implicit operator Counts(int number) => new([number], number);

    /// <summary>A number for each axis.</summary>
    public static Counts Create(ReadOnlySpan<int> numbers)
    {
        ImmutableArray<int> list = [.. numbers];
        return new(list, OptionValue.List([.. list.Select(number => (OptionValue)number)]));
    }

    /// <summary>The numbers in order.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)numbers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
