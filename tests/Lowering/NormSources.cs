using NetDsl.Layers;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.NormNet;

namespace NetDsl.Tests.Lowering;

/// <summary>What a batch norm may stand behind.</summary>
internal static class NormSources
{
    internal static IReadOnlyList<NormChange> All { get; } =
    [
        new("of [batch, time, in]", ways => ways),
        new("of [batch, in]", ways => Of(ways, net => Data(net, [Dim.Batch, Feature]))),
        new("of [batch, time, width, in]", ways => Of(ways, net => Data(net, [Dim.Batch, Time, Width, Feature]))),
        new("of [batch, in, time]", ways => Of(ways, net => Data(net, [Dim.Batch, Feature, Time]))),
        new("of [batch, in], masked", ways => Masked(ways, net => Data(net, [Dim.Batch, Feature]))),
        new("of [batch, time, in], masked", ways => Masked(ways, Data)),
        new(
            "of [batch, width, in, time], masked",
            ways => Masked(ways, net => Data(net, [Dim.Batch, Width, Feature, Time]))
        ),
        new("of a residual sum", ways => Of(ways, Residual)),
        new("of a difference", ways => Of(ways, Difference)),
        new("of a product", ways => Of(ways, net => Data(net) * net.Input("gate", [Dim.Batch, Time, Feature]))),
        new("of a square root", ways => Of(ways, net => Sqrt(Square(Data(net))))),
        new("of a negation", ways => Of(ways, Negated)),
        new("of dropout by hand", ways => Of(ways, Dropped)),
        new("of a linear map", ways => Of(ways, Mapped)),
        new("of the result of a Cond", ways => Of(ways, Switched)),
    ];

    // The sign belongs to x.
    private static Tensor Negated(Net net) => -Data(net);

    // Another thing in training than otherwise.
    private static Tensor Dropped(Net net)
    {
        var x = Data(net);
        return Cond(TrainFlag(), () => x * 2.0, () => x);
    }

    private static Tensor Data(Net net) => Data(net, [Dim.Batch, Time, Feature]);

    private static Tensor Data(Net net, Shape dims) => net.Input("data", dims);

    private static Tensor Residual(Net net)
    {
        var x = Data(net);
        return x + Relu(x);
    }

    private static Tensor Difference(Net net)
    {
        var x = Data(net);
        return x - Relu(x);
    }

    private static Tensor Mapped(Net net)
    {
        var x = net.Input("data", [Dim.Batch, Time, Dim.Feature("raw", 7)]);
        return net.Add("map", new Linear(Feature)).Call(x);
    }

    private static Tensor Switched(Net net)
    {
        var x = Data(net);
        return Cond(net.Input("loud", [], type: DataType.Bool), () => x * 2.0, () => x);
    }

    private static NormWays Of(NormWays ways, Func<Net, Tensor> source) => ways with { Source = source };

    private static NormWays Masked(NormWays ways, Func<Net, Tensor> source) =>
        ways with
        {
            Source = source,
            Masked = true,
        };
}
