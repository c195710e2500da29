using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>The modes of a <c>reduce</c> layer.</summary>
internal static class Reduction
{
    // What TensorFlow puts in the place of padding: the least float32.
    private const double Least = -3.4028234663852886e38;

    /// <summary>The axes reduced to size one; null for a mode that is not known.</summary>
    /// <param name="mode">In lower case.</param>
    /// <param name="value">The numbers.</param>
    /// <param name="mask">1 where a number counts; null if all do.</param>
    /// <param name="axes">What is reduced.</param>
    /// <param name="order">For a norm, which.</param>
    internal static Value? Of(string mode, Value value, NdArray? mask, ImmutableArray<int> axes, double? order)
    {
        Value Filled(double number) =>
            mask is null ? value : Value.Constant(mask).Choose(value, Value.Constant(number));
        return mode switch
        {
            "sum" => Filled(0).Sum(axes),
            "mean" or "avg" => Filled(0).Sum(axes) * Value.Constant(Shares(value, mask, axes)),
            "max" => Filled(Least).Reduce(ReduceKind.Maximum, axes),
            "min" => Filled(-Least).Reduce(ReduceKind.Minimum, axes),
            "any" => Filled(0).Reduce(ReduceKind.Maximum, axes),
            "all" => Filled(1).Reduce(ReduceKind.Minimum, axes),
            "logsumexp" => Filled(double.NegativeInfinity).LogSumExp(axes),
            "argmax" => Place(Filled(double.NegativeInfinity), axes, isLargest: true),
            "argmin" => Place(Filled(double.PositiveInfinity), axes, isLargest: false),
            "norm" => Norm(Filled(0), axes, order),
            _ => null,
        };
    }

    // One over how many numbers count, at least one.
    private static NdArray Shares(Value value, NdArray? mask, ImmutableArray<int> axes)
    {
        var ones = NdArray.Filled(value.Shape, 1);
        var counted = mask is null ? ones : Binary.Multiply.Compute([ones, mask]);
        var counts = new Reduce(ReduceKind.Sum, axes).Compute([counted]);
        return new Unary(count => 1 / Math.Max(count, 1)).Compute([counts]);
    }

    // The first of equals.
    private static Value? Place(Value value, ImmutableArray<int> axes, bool isLargest)
    {
        if (axes is not [var axis])
        {
            return null;
        }

        var extreme = new Reduce(isLargest ? ReduceKind.Maximum : ReduceKind.Minimum, axes).Compute([value.Array]);
        var result = NdArray.Filled(extreme.Shape, -1);
        var walk = new GridWalk(value.Shape, Broadcasting.StridesWithin(extreme.Shape, value.Shape));
        var inner = NdArray.CountOf(value.Shape[(axis + 1)..]);
        for (var place = 0; place < value.Array.Count; place++)
        {
            var there = walk.Next();
            if (result.Data[there] < 0 && value.Array.Data[place] == extreme.Data[there])
            {
                result.Data[there] = place / inner % value.Shape[axis];
            }
        }

        return Value.Constant(result);
    }

    private static Value? Norm(Value value, ImmutableArray<int> axes, double? order) =>
        order switch
        {
            1 => value.Apply(Unary.Absolute).Sum(axes),
            2 or null => value.Apply(Unary.Square).Sum(axes).Apply(Unary.Sqrt),
            _ => null,
        };
}
