using CsCheck;
using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Dsl;

/// <summary>Dims of models are the axes that RETURNN makes of the same expressions.</summary>
public sealed class DimAxisTests
{
    private static readonly Dim[] plain =
    [
        Dim.Dynamic("time"),
        Dim.Dynamic("other"),
        Dim.Spatial("heads", 64),
        Dim.Feature("in", 4096),
    ];

    // Each step derives a dim from those before it.
    private static readonly Gen<(int Operator, int Left, int Right, int Number)[]> steps = Gen.Select(
        Gen.Int[0, 13],
        Gen.Int[0, 7],
        Gen.Int[0, 7],
        Gen.Int[1, 4]
    ).Array[1, 6];

    [Fact]
    public void What_is_one_dim_here_is_one_axis_there_and_of_its_size() =>
        steps.Sample(program =>
        {
            var space = new AxisSpace(behaviorVersion: 21);
            var dims = new List<Dim>(plain);
            var axes = plain.Select(space.Of).ToList();
            foreach (var step in program)
            {
                var (left, right) = (step.Left % dims.Count, step.Right % dims.Count);
                if (Derive(step.Operator, dims[left], dims[right], step.Number) is { } dim)
                {
                    dims.Add(dim);
                    axes.Add(Derive(step.Operator, axes[left], axes[right], step.Number));
                }
            }

            for (var index = 0; index < dims.Count; index++)
            {
                // Deep in a sum, RETURNN may see that what has no size cancels; such dims have no name to be met by.
                Assert.Equal(dims[index].Size ?? axes[index].Size, axes[index].Size);
                for (var before = 0; before < index; before++)
                {
                    Assert.True(!ReferenceEquals(dims[before], dims[index]) || axes[before].IsSame(axes[index]));
                }
            }
        });

    // What has no size is no dim of a model.
    private static Dim? Derive(int op, Dim left, Dim right, int number)
    {
        try
        {
            return op switch
            {
                0 => left + right,
                1 => left + number,
                2 => number + left,
                3 => left - number,
                4 => left - right,
                5 => left * right,
                6 => left * number,
                7 => number * left,
                8 => left.FloorDiv(number),
                9 => left.CeilDiv(number),
                10 => left.CeilDiv(right),
                11 => left.DivLeft(right),
                12 => left.CeilDivLeft(number),
                _ => left / right,
            };
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static Axis Derive(int op, Axis left, Axis right, int number) =>
        op switch
        {
            0 => AxisMath.Add(left, right),
            1 => AxisMath.Add(left, number),
            2 => AxisMath.Add(number, left),
            3 => AxisMath.Subtract(left, number),
            4 => AxisMath.Subtract(left, right),
            5 => AxisMath.Multiply(left, right),
            6 => AxisMath.Multiply(left, number),
            7 => AxisMath.Multiply(number, left),
            8 => AxisMath.Divide(AxisOperator.FloorDivide, left, number),
            9 => AxisMath.Divide(AxisOperator.CeilDivide, left, number),
            10 => AxisMath.Divide(AxisOperator.CeilDivide, left, right),
            11 => AxisMath.Divide(AxisOperator.DivideLeft, left, right),
            12 => AxisMath.Divide(AxisOperator.CeilDivideLeft, left, number),
            _ => AxisMath.Divide(AxisOperator.Divide, left, right),
        };
}
