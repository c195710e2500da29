using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <summary>
/// The dims of a tensor: a set, with an order for printing only. Two shapes are equal if they hold the same dims.
/// Write one as a list: <c>[Dim.Batch, time, features]</c>.
/// </summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<Dim>, IEquatable<Shape>
{
    private readonly ImmutableArray<Dim> dims;

    private Shape(ImmutableArray<Dim> dims) => this.dims = dims;

    /// <summary>The shape of a scalar.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>How many dims there are.</summary>
    public int Count => dims.Length;

    /// <summary>The dim at a place of the printing order.</summary>
    public Dim this[int index] => dims[index];

    /// <summary>The feature dim: the last one of that kind, or null if there is none.</summary>
    public Dim? Feature
    {
        get
        {
            for (var index = dims.Length - 1; index >= 0; index--)
            {
                if (dims[index].Kind == DimKind.Feature)
                {
                    return dims[index];
                }
            }

            return null;
        }
    }

    /// <summary>A shape of the given dims.</summary>
    /// <exception cref="ArgumentException">A dim comes twice: a tensor cannot have one axis twice, make a second dim of the same size.</exception>
    public static Shape Create(ReadOnlySpan<Dim> dims)
    {
        for (var index = 1; index < dims.Length; index++)
        {
            if (dims[..index].Contains(dims[index]))
            {
                throw new ArgumentException(
                    $"The dim {dims[index]} comes twice in a shape; make a second dim of the same size."
                );
            }
        }

        return dims.IsEmpty ? Scalar : new([.. dims]);
    }

    /// <summary>Whether the dim is one of this shape's.</summary>
    public bool Contains(Dim dim) => dims.Contains(dim);

    /// <summary>Whether each of the other shape's dims is one of this shape's.</summary>
    public bool ContainsAll(Shape other)
    {
        foreach (var dim in other.dims)
        {
            if (!dims.Contains(dim))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The shape without the given dims.</summary>
    public Shape Except(params ReadOnlySpan<Dim> removed)
    {
        var builder = ImmutableArray.CreateBuilder<Dim>(dims.Length);
        foreach (var dim in dims)
        {
            if (!removed.Contains(dim))
            {
                builder.Add(dim);
            }
        }

        return builder.Count == 0 ? Scalar : new(builder.ToImmutable());
    }

    /// <summary>The shape without the other's dims.</summary>
    public Shape Except(Shape removed) => Except(removed.dims.AsSpan());

    /// <summary>The shape with other dims in the place of one; none of them may be there already.</summary>
    internal Shape Replace(Dim old, params ReadOnlySpan<Dim> by)
    {
        var builder = ImmutableArray.CreateBuilder<Dim>(dims.Length - 1 + by.Length);
        foreach (var dim in dims)
        {
            if (ReferenceEquals(dim, old))
            {
                builder.AddRange(by);
            }
            else
            {
                builder.Add(dim);
            }
        }

        return new(builder.DrainToImmutable());
    }

    /// <summary>This shape's dims, then those of the other that are missing.</summary>
    public Shape Union(Shape other) => ContainsAll(other) ? this : new([.. dims, .. other.Except(this)]);

    /// <summary>The same dims in any order.</summary>
    public bool Equals(Shape? other) => other is not null && Count == other.Count && ContainsAll(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = dims.Length;
        foreach (var dim in dims)
        {
            hash ^= RuntimeHelpers.GetHashCode(dim);
        }

        return hash;
    }

    /// <summary>The dims as messages show them: <c>[batch, time:?, in:9]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", dims)}]";

    /// <summary>The dims in printing order.</summary>
    public ImmutableArray<Dim>.Enumerator GetEnumerator() => dims.GetEnumerator();

    IEnumerator<Dim> IEnumerable<Dim>.GetEnumerator() => ((IEnumerable<Dim>)dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)dims).GetEnumerator();
}
