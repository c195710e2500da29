using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace NetDsl.Reference;

/// <summary>
/// Products of the entries of two arrays, summed over the axes that the output does not have. Each axis has a number; equal numbers are
/// one axis.
/// </summary>
/// <param name="Left">The axes of the left input.</param>
/// <param name="Right">The axes of the right input.</param>
/// <param name="Output">The axes of the output; an axis of one input alone must be there.</param>
internal sealed record Contract(ImmutableArray<int> Left, ImmutableArray<int> Right, ImmutableArray<int> Output)
    : IOperation
{
    public NdArray Compute(ImmutableArray<NdArray> inputs)
    {
        ImmutableArray<int> both = [.. Left.Where(axis => Right.Contains(axis) && Output.Contains(axis))];
        ImmutableArray<int> summed = [.. Left.Where(axis => Right.Contains(axis) && !Output.Contains(axis))];
        ImmutableArray<int> rows = [.. Left.Where(axis => !Right.Contains(axis))];
        ImmutableArray<int> columns = [.. Right.Where(axis => !Left.Contains(axis))];
        var left = Ordered(inputs[0], Left, [.. both, .. rows, .. summed]);
        int Size(ImmutableArray<int> axes) => NdArray.CountOf([.. axes.Select(axis => SizeOf(axis, inputs))]);
        var (matrices, height, depth, width) = (Size(both), Size(rows), Size(summed), Size(columns));

        // A large matrix is read as it lies.
        var product = Right.SequenceEqual([.. both, .. columns, .. summed])
            ? MultiplyRows(left.Data, inputs[1].Data, matrices, height, depth, width)
            : Multiply(
                left.Data,
                Ordered(inputs[1], Right, [.. both, .. summed, .. columns]).Data,
                matrices,
                height,
                depth,
                width
            );
        ImmutableArray<int> order = [.. both, .. rows, .. columns];
        var result = new NdArray([.. order.Select(axis => SizeOf(axis, inputs))], product);
        return Ordered(result, order, Output);
    }

    public NdArray?[] Gradients(ImmutableArray<NdArray> inputs, NdArray output, NdArray gradient) =>
        [
            new Contract(Output, Right, Left).Compute([gradient, inputs[1]]),
            new Contract(Output, Left, Right).Compute([gradient, inputs[0]]),
        ];

    private int SizeOf(int axis, ImmutableArray<NdArray> inputs) =>
        Left.IndexOf(axis) is >= 0 and var place ? inputs[0].Shape[place] : inputs[1].Shape[Right.IndexOf(axis)];

    private static NdArray Ordered(NdArray array, ImmutableArray<int> axes, ImmutableArray<int> wanted) =>
        array.Permute([.. wanted.Select(axis => axes.IndexOf(axis))]);

    private static double[] Multiply(double[] left, double[] right, int matrices, int rows, int summed, int columns)
    {
        var result = new double[matrices * rows * columns];
        for (var matrix = 0; matrix < matrices; matrix++)
        {
            for (var row = 0; row < rows; row++)
            {
                var factors = left.AsSpan(((matrix * rows) + row) * summed, summed);
                var target = result.AsSpan(((matrix * rows) + row) * columns, columns);
                for (var index = 0; index < summed; index++)
                {
                    var source = right.AsSpan(((matrix * summed) + index) * columns, columns);
                    TensorPrimitives.MultiplyAdd(source, factors[index], target, target);
                }
            }
        }

        return result;
    }

    // The right matrix lies with its columns as rows.
    private static double[] MultiplyRows(double[] left, double[] right, int matrices, int rows, int summed, int columns)
    {
        var result = new double[matrices * rows * columns];
        for (var matrix = 0; matrix < matrices; matrix++)
        {
            for (var column = 0; column < columns; column++)
            {
                var factors = right.AsSpan(((matrix * columns) + column) * summed, summed);
                for (var row = 0; row < rows; row++)
                {
                    var numbers = left.AsSpan(((matrix * rows) + row) * summed, summed);
                    result[(((matrix * rows) + row) * columns) + column] = TensorPrimitives.Dot<double>(
                        numbers,
                        factors
                    );
                }
            }
        }

        return result;
    }
}
