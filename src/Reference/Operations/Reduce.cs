using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Axes become one entry each: their sum, their largest or smallest number, or their product.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Axes">The axes, which stay with size one.</param>
internal sealed record Reduce(ReduceKind Kind, ImmutableArray<int> Axes) : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        var input = inputs[0];
        var shape = ShapeOf(input);
        var result = NdArray.Filled(shape, Start);
        if (Kind == ReduceKind.Sum)
        {
            return Broadcasting.Collect(input, shape);
        }

        var walk = new GridWalk(input.Shape, Broadcasting.StridesWithin(shape, input.Shape));
        foreach (var number in input.Data)
        {
            var place = walk.Next();
            result.Data[place] = Join(result.Data[place], number);
        }

        return result;
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient)
    {
        var input = inputs[0];
        if (Kind == ReduceKind.Sum)
        {
            return [Broadcasting.Fill(gradient, input.Shape)];
        }

        var strides = Broadcasting.StridesWithin(output.Shape, input.Shape);
        var shares = Kind == ReduceKind.Product ? null : Shares(input, output, strides);
        var result = new double[input.Count];
        var walk = new GridWalk(input.Shape, strides);
        for (var place = 0; place < result.Length; place++)
        {
            var from = walk.Next();
            result[place] =
                shares is null ? gradient.Data[from] * output.Data[from] / input.Data[place]
                : input.Data[place] == output.Data[from] ? gradient.Data[from] / shares[from]
                : 0;
        }

        return [new(input.Shape, result)];
    }

    private double Start =>
        Kind switch
        {
            ReduceKind.Maximum => double.NegativeInfinity,
            ReduceKind.Minimum => double.PositiveInfinity,
            ReduceKind.Product => 1,
            _ => 0,
        };

    private double Join(double left, double right) =>
        Kind switch
        {
            ReduceKind.Maximum => Math.Max(left, right),
            ReduceKind.Minimum => Math.Min(left, right),
            ReduceKind.Product => left * right,
            _ => left + right,
        };

    // Equal extremes share the gradient, as in TensorFlow.
    private static double[] Shares(NdArray input, NdArray output, int[] strides)
    {
        var shares = new double[output.Count];
        var walk = new GridWalk(input.Shape, strides);
        foreach (var number in input.Data)
        {
            var place = walk.Next();
            shares[place] += number == output.Data[place] ? 1 : 0;
        }

        return shares;
    }

    private ImmutableArray<int> ShapeOf(NdArray input)
    {
        var shape = input.Shape.ToBuilder();
        foreach (var axis in Axes)
        {
            shape[axis] = 1;
        }

        return shape.ToImmutable();
    }
}
