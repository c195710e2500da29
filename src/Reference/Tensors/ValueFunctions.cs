using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What layers are computed with, made of the operations.</summary>
internal static class ValueFunctions
{
    internal static Value Apply(this Value value, Unary function) => Value.Of(function, value);

    internal static Value Combine(this Value left, Binary function, Value right) => Value.Of(function, left, right);

    /// <summary>Where the condition is true the first, elsewhere the second.</summary>
    internal static Value Choose(this Value condition, Value then, Value otherwise) =>
        Value.Of(Reference.Choose.Operation, condition, then, otherwise);

    internal static Value Reshape(this Value value, params ImmutableArray<int> shape) =>
        Value.Of(new Reshape(shape), value);

    internal static Value Permute(this Value value, params ImmutableArray<int> order) =>
        Value.Of(new Permute(order), value);

    /// <summary>One axis moved to another place.</summary>
    internal static Value Move(this Value value, int from, int to)
    {
        var order = Enumerable.Range(0, value.Rank).ToList();
        order.RemoveAt(from);
        order.Insert(to, from);
        return value.Permute([.. order]);
    }

    internal static Value Expand(this Value value, ImmutableArray<int> shape) =>
        value.Shape.SequenceEqual(shape) ? value : Value.Of(new Expand(shape), value);

    /// <summary>One axis more, of size one.</summary>
    internal static Value Insert(this Value value, int axis) => value.Reshape(value.Shape.Insert(axis, 1));

    /// <summary>Axes of size one less.</summary>
    internal static Value Remove(this Value value, params ImmutableArray<int> axes) =>
        value.Reshape([.. value.Shape.Where((_, axis) => !axes.Contains(axis))]);

    /// <summary>Axes as one entry each, which stay with size one.</summary>
    internal static Value Reduce(this Value value, ReduceKind kind, params ImmutableArray<int> axes) =>
        Value.Of(new Reduce(kind, axes), value);

    internal static Value Sum(this Value value, params ImmutableArray<int> axes) => value.Reduce(ReduceKind.Sum, axes);

    /// <summary>The sum of all entries, a scalar.</summary>
    internal static Value Total(this Value value) => value.Sum([.. Enumerable.Range(0, value.Rank)]).Reshape([]);

    internal static Value Mean(this Value value, params ImmutableArray<int> axes) =>
        value.Sum(axes) * (1.0 / axes.Aggregate(1, (count, axis) => count * value.Shape[axis]));

    /// <summary>Entries of one axis, in any order and number.</summary>
    /// <param name="value">The values.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="indices">For each new entry the old one; -1 for the number.</param>
    /// <param name="otherwise">The number.</param>
    internal static Value Take(this Value value, int axis, IReadOnlyList<int> indices, double otherwise = 0)
    {
        var outer = NdArray.CountOf(value.Shape[..axis]);
        var inner = NdArray.CountOf(value.Shape[(axis + 1)..]);
        var size = value.Shape[axis];
        var places = new int[outer * indices.Count * inner];
        var place = 0;
        for (var row = 0; row < outer; row++)
        {
            foreach (var index in indices)
            {
                for (var column = 0; column < inner; column++)
                {
                    places[place++] = index < 0 ? -1 : (((row * size) + index) * inner) + column;
                }
            }
        }

        return Value.Of(new Pick(value.Shape.SetItem(axis, indices.Count), places, otherwise), value);
    }

    /// <summary>Some entries of one axis in a row; what is beyond its ends is the number.</summary>
    internal static Value Slice(this Value value, int axis, int start, int count, double otherwise = 0) =>
        value.Take(
            axis,
            [.. Enumerable.Range(start, count).Select(index => index < value.Shape[axis] ? index : -1)],
            otherwise
        );

    /// <summary>The reverse of <see cref="Take"/>: each entry of an axis is added to one of a new axis, or dropped.</summary>
    internal static Value AddTo(this Value value, int axis, IReadOnlyList<int> indices, int size)
    {
        var inner = NdArray.CountOf(value.Shape[(axis + 1)..]);
        var count = indices.Count;
        var places = new int[value.Array.Count];
        for (var place = 0; place < places.Length; place++)
        {
            var index = indices[place / inner % count];
            places[place] = index < 0 ? -1 : (((place / inner / count * size) + index) * inner) + (place % inner);
        }

        return Value.Of(new Scatter(value.Shape.SetItem(axis, size), places), value);
    }

    /// <summary>Values one behind the other.</summary>
    internal static Value Join(this IReadOnlyList<Value> values, int axis) =>
        values.Count == 1 ? values[0] : Value.Of(new Join(axis), [.. values]);

    /// <summary>Values side by side along a new axis.</summary>
    internal static Value Stack(this IReadOnlyList<Value> values, int axis) =>
        values.Select(value => value.Insert(axis)).ToList().Join(axis);

    /// <summary>The exponentials, divided by their sum.</summary>
    internal static Value Softmax(this Value value, params ImmutableArray<int> axes)
    {
        var exponentials = (value - value.Peak(axes)).Apply(Unary.Exp);
        return exponentials / exponentials.Sum(axes);
    }

    internal static Value LogSoftmax(this Value value, params ImmutableArray<int> axes)
    {
        var centered = value - value.Peak(axes);
        return centered - centered.Apply(Unary.Exp).Sum(axes).Apply(Unary.Log);
    }

    /// <summary>The logarithm of the sum of the exponentials.</summary>
    internal static Value LogSumExp(this Value value, params ImmutableArray<int> axes)
    {
        var peak = value.Peak(axes);
        return (value - peak).Apply(Unary.Exp).Sum(axes).Apply(Unary.Log) + peak;
    }

    // Taken off and added again, so that nothing overflows: it has no part in the derivative.
    private static Value Peak(this Value value, ImmutableArray<int> axes)
    {
        var peak = value.Stop().Reduce(ReduceKind.Maximum, axes);
        return Value.Of(Binary.Maximum, peak, Value.Constant(-double.MaxValue));
    }
}
