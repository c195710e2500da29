using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.NormNet;

namespace NetDsl.Tests.Lowering;

/// <summary>Formulas that are not those of batch norm.</summary>
internal static class NearMissFormulas
{
    internal static IReadOnlyList<NearMiss> All { get; } =
    [
        new(
            "scaled by the deviation",
            "a multiplication by the square root where a division by the square root is expected",
            "x * Sqrt(square)",
            ways => ways with { Divide = (x, square) => x * Sqrt(square) }
        ),
        new(
            "divided by the variance",
            "a division where a division by the square root is expected",
            "x / square",
            ways => ways with { Divide = (x, square) => x / square }
        ),
        new(
            "epsilon added to the deviation",
            "sqrt where a Cond on the train flag is expected",
            "Sqrt(square) + 1e-3",
            ways => ways with { Widen = (variance, _) => variance, Divide = (x, square) => x / (Sqrt(square) + 1e-3) }
        ),
        new(
            "no epsilon",
            "cond where a sum is expected",
            "var (mean, variance) = Cond(all.Flag(), all.Moments",
            ways => ways with { Widen = (variance, _) => variance }
        ),
        new(
            "epsilon computed",
            "absolute where a number is expected",
            "variance + Abs(variance)",
            ways => ways with { Widen = (variance, _) => variance + Abs(variance) }
        ),
        new(
            "epsilon a parameter",
            "a parameter where a number is expected",
            "new Parameter([], name: \"epsilon\")",
            ways => ways with { Widen = (variance, _) => variance + new Parameter([], name: "epsilon") }
        ),
        new(
            "the mean added",
            "cond is added where it is to be subtracted",
            "x + mean",
            ways => ways with { Center = (x, mean) => x + mean }
        ),
        new(
            "the mean halved",
            "mul where a Cond on the train flag is expected",
            "mean * 0.5",
            ways => ways with { Center = (x, mean) => x - mean * 0.5 }
        ),
        new(
            "sum instead of mean",
            "sum where a mean is expected",
            "ReduceSum(x, axes, masked)",
            ways => ways with { Mean = (x, axes, masked) => ReduceSum(x, axes, masked) }
        ),
        new(
            "maximum instead of mean",
            "max where a mean is expected",
            "ReduceMax(x, axes, masked)",
            ways => ways with { Mean = (x, axes, masked) => ReduceMax(x, axes, masked) }
        ),
        new(
            "variance a sum",
            "sum where a mean is expected",
            "ReduceSum(distance, axes, masked)",
            ways => ways with { Spread = (distance, axes, masked) => ReduceSum(distance, axes, masked) }
        ),
        new(
            "unbiased variance by a factor",
            "mul where a mean is expected",
            "* 1.25",
            ways => ways with { Spread = (distance, axes, masked) => ReduceMean(distance, axes, masked) * 1.25 }
        ),
        new(
            "absolute instead of squared distance",
            "absolute where a sum is expected",
            "Abs(x - mean)",
            ways => ways with { Distance = (x, mean) => Abs(x - mean) }
        ),
        new(
            "distance to the power 4",
            "the power 4 where the power 2 is expected",
            "Pow(x - mean, 4.0)",
            ways => ways with { Distance = (x, mean) => Pow(x - mean, 4.0) }
        ),
        new(
            "mean of another tensor",
            "this is of relu, the rest of the input \"data\"",
            "ReduceMean(Relu(x), axes, masked)",
            ways => ways with { Mean = (x, axes, masked) => ReduceMean(Relu(x), axes, masked) }
        ),
        new(
            "distance of another tensor",
            "this is of relu, the rest of the input \"data\"",
            "Square(Relu(x) - mean)",
            ways => ways with { Distance = (x, mean) => Square(Relu(x) - mean) }
        ),
        new(
            "normalises another tensor",
            "this is of the input \"data\", the rest of relu",
            "ReduceMean(x, axes, masked)",
            ways => ways with { Center = (x, mean) => Relu(x) - mean }
        ),
        new(
            "mean of x squared minus squared mean",
            "this is of square, the rest of the input \"data\"",
            "Square(x) - Square(mean)",
            ways => ways with { Distance = (x, mean) => Square(x) - Square(mean) }
        ),
        new(
            "only the variance masked",
            "one statistic leaves out padding and the other does not",
            "ReduceMean(distance, axes, !masked)",
            ways => ways with { Spread = (distance, axes, masked) => ReduceMean(distance, axes, !masked) }
        )
        {
            HoldsForAll = false,
        },
        new(
            "only the mean masked",
            "one statistic leaves out padding and the other does not",
            "ReduceMean(distance, axes, masked)",
            ways => ways with { Mean = (x, axes, masked) => ReduceMean(x, axes, !masked) }
        )
        {
            HoldsForAll = false,
        },
        new(
            "running statistics for two dims",
            "the running mean has the dims [width:5, in:3], not one feature dim of [batch, width:5, in:3]",
            "new Parameter([Width, Feature]",
            ways =>
                ways with
                {
                    Source = net => net.Input("data", [Dim.Batch, Width, Feature]),
                    Axes = _ => [Dim.Batch],
                    Make = (role, _, initial) =>
                        new Parameter([Width, Feature], initial, auxiliary: role is "average" or "spread"),
                }
        )
        {
            HoldsForAll = false,
        },
        new(
            "gamma for two dims",
            "a parameter has the dims [width:5, in:3], the running mean [in:3]",
            "new Parameter(",
            ways =>
                ways with
                {
                    Source = net => net.Input("data", [Dim.Batch, Width, Feature]),
                    Make = (role, _, initial) =>
                        new Parameter(
                            role == "scale" ? [Width, Feature] : [Feature],
                            initial,
                            auxiliary: role is "average" or "spread"
                        ),
                    Scale = (centered, gamma, divide) => divide(centered * gamma),
                }
        )
        {
            HoldsForAll = false,
        },
        new(
            "padding left out of two dynamic dims",
            "padding is left out, but [batch, time:?, rows:?, in:3] cannot be packed along one dynamic dim",
            "ReduceMean(x, axes, masked)",
            ways =>
                ways with
                {
                    Source = net => net.Input("data", [Dim.Batch, Time, Dim.Dynamic("rows"), Feature]),
                    Masked = true,
                }
        )
        {
            HoldsForAll = false,
        },
        new(
            "padding left out, then an unmasked reduction",
            "mean may read padding frames, and those are zero after packing",
            "ReduceMean(Relu(result), [Time], masked: false)",
            ways =>
                ways with
                {
                    Masked = true,
                    Also = (net, _, result) => net.Output(ReduceMean(Relu(result), [Time], masked: false), "pooled"),
                }
        )
        {
            HoldsForAll = false,
        },
        new(
            "padding left out, then a layer that may look around",
            "conv may read padding frames, and those are zero after packing",
            "Layer.Raw(\"conv\"",
            ways =>
                ways with
                {
                    Masked = true,
                    Also = (net, _, result) =>
                        net.Output(Layer.Raw("conv", [result], [Dim.Batch, Time, Width], Smoothing), "smooth"),
                }
        )
        {
            HoldsForAll = false,
        },
    ];

    private static DictValue Smoothing =>
        OptionValue.Dict(("filter_size", OptionValue.List(3)), ("padding", "same"), ("out_dim", Width));
}
