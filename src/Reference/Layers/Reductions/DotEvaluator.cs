using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>dot</c>: products, summed over the reduced axes; axes of both sources stay once.</summary>
internal sealed class DotEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["reduce", "red1", "red2", "var1", "var2", "use_mask"];

    public Value? Evaluate(LayerStep step)
    {
        if (DotShape.AxesOf(step.Call) is not { } axes)
        {
            return step.Refuse("reduce");
        }

        var (left, right) = (step.Sources[0], step.Sources[1]);
        if (left.Type.Sparse is not null || right.Type.Sparse is not null)
        {
            return step.Refuse("from");
        }

        var (leftValue, rightValue) = step.Call.IsOn("use_mask", otherwise: true)
            ? Masked(step, left, right, axes)
            : (left.Value, right.Value);
        var names = Enumerable.Range(0, left.Type.Rank).ToImmutableArray();
        var rightNames = new int[right.Type.Rank];
        for (var index = 0; index < rightNames.Length; index++)
        {
            rightNames[index] = left.Type.Rank + index;
        }

        for (var index = 0; index < axes.LeftReduced.Length; index++)
        {
            rightNames[axes.RightReduced[index]] = axes.LeftReduced[index];
        }

        for (var index = 0; index < axes.LeftShared.Length; index++)
        {
            rightNames[axes.RightShared[index]] = axes.LeftShared[index];
        }

        ImmutableArray<int> output =
        [
            .. axes.LeftShared,
            .. axes.LeftKept,
            .. axes.RightKept.Select(index => rightNames[index]),
        ];
        return Value.Of(new Contract(names, [.. rightNames], output), leftValue, rightValue);
    }

    // Padding of a reduced axis is 0 on one side, so that it counts nothing.
    private static (Value Left, Value Right) Masked(LayerStep step, Datum left, Datum right, DotAxes axes)
    {
        var (leftValue, rightValue) = (left.Value, right.Value);
        for (var index = 0; index < axes.LeftReduced.Length; index++)
        {
            var (leftAxis, rightAxis) = (axes.LeftReduced[index], axes.RightReduced[index]);
            if (step.Mask(left.Type, leftAxis, leftValue.Shape[leftAxis]) is { } leftMask)
            {
                leftValue = Value.Constant(leftMask).Choose(leftValue, Value.Constant(0));
            }
            else if (step.Mask(right.Type, rightAxis, rightValue.Shape[rightAxis]) is { } rightMask)
            {
                rightValue = Value.Constant(rightMask).Choose(rightValue, Value.Constant(0));
            }
        }

        return (leftValue, rightValue);
    }
}
