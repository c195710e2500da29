using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>What a layer reads that can have several sources: one tensor, or a list: <c>[forward, backward]</c>.</summary>
[CollectionBuilder(typeof(Sources), nameof(Create))]
public sealed class Sources : IReadOnlyList<Tensor>
{
    private readonly ImmutableArray<Tensor> tensors;

    private Sources(ImmutableArray<Tensor> tensors) => this.tensors = tensors;

    /// <summary>How many there are.</summary>
    public int Count => tensors.Length;

    /// <summary>The tensor at a place of the list.</summary>
    public Tensor this[int index] => tensors[index];

    /// <summary>One source.</summary>
    public static implicit operator Sources(Tensor source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new([source]);
    }

    /// <summary>Several sources.</summary>
    public static Sources Create(ReadOnlySpan<Tensor> sources) => new([.. sources]);

    /// <summary>The tensors in order.</summary>
    public IEnumerator<Tensor> GetEnumerator() => ((IEnumerable<Tensor>)tensors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
