using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with convolutions.</summary>
internal static class ConvNets
{
    internal static Dim Input { get; } = Dim.Feature("in", 6);

    internal static Dim Output { get; } = Dim.Feature("out", 4);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["a convolution"] = () => Of(new Conv1d(Output, 3)),
            ["a convolution without bias"] = () => Of(new Conv1d(Output, 3, bias: false)),
            ["a convolution with all options"] = () =>
                Of(new Conv1d(Output, 3, null, WindowPadding.Valid, 2, 3, 2, true, Initializer.GlorotNormal, 0.5)),
            ["a convolution of features to themselves"] = () => Of(new Conv1d(Input, 3)),
            ["a convolution of features to themselves without bias"] = () => Of(new Conv1d(Input, 3, bias: false)),
            ["a depthwise convolution"] = () => Of(Conv1d.Depthwise(Input, 3)),
            ["a convolution over two dims"] = () => OverTwo(new Conv2d(Output, (3, 5), strides: (2, 1))),
            ["a convolution over three dims"] = OverThree,
            ["a convolution called twice"] = CalledTwice,
            ["two convolutions"] = Two,
            ["a convolution in a branch"] = InBranch,
            ["a convolution with a filter in another order"] = TurnedFilter,
            ["a convolution by hand"] = ByHand,
            ["a convolution whose filter is computed"] = ComputedFilter,
            ["a convolution whose bias has another shape"] = WideBias,
            ["a convolution whose time gets another name"] = RenamedTime,
            ["a convolution of which a layer was written by hand"] = HandWritten,
            ["a convolution read before its bias"] = ReadBefore,
            ["a transposed convolution"] = () => Transposed(new TransposedConv1d(Output, 3, 2)),
            ["a transposed convolution without bias"] = () =>
                Transposed(new TransposedConv1d(Output, 3, 2, bias: false)),
            ["a transposed convolution of features to themselves"] = () =>
                Transposed(new TransposedConv1d(Input, 2, 3, padding: WindowPadding.Valid)),
            ["a convolutional front end"] = FrontEnd,
            ["a residual net"] = Residual,
            ["a jump block"] = Jump,
        };

    internal static Net Of(Conv1d conv)
    {
        var (net, x) = Start();
        net.Output(net.Add("conv", conv).Call(x));
        return net;
    }

    internal static Net Transposed(TransposedConv1d conv)
    {
        var (net, x) = Start();
        net.Output(net.Add("conv", conv).Call(x));
        return net;
    }

    internal static Net OverTwo(Conv2d conv)
    {
        var (net, x) = Start();
        net.Output(net.Add("conv", conv).Call(ExpandDim(x, Dim.Feature("one", 1)), Time, Input));
        return net;
    }

    internal static Net OverThree()
    {
        var net = new Net("conv");
        var (width, height) = (Dim.Spatial("width", 7), Dim.Spatial("height", 8));
        var x = net.Input("data", [Dim.Batch, Time, height, width, Input]);
        var conv = new Conv3d(Output, (3, 2, 1), padding: WindowPadding.Valid, strides: (1, 2, 1));
        net.Output(net.Add("conv", conv).Call(x, Time, height, width));
        return net;
    }

    internal static Net CalledTwice()
    {
        var (net, x) = Start();
        var conv = net.Add("conv", new Conv1d(Output, 3));
        net.Output(conv.Call(x) + conv.Call(Relu(x)));
        return net;
    }

    internal static Net Two()
    {
        var (net, x) = Start();
        var first = net.Add("first", new Conv1d(Output, 3));
        var second = net.Add("second", new Conv1d(Output, 5));
        net.Output(second.Call(Relu(first.Call(x))));
        return net;
    }

    internal static Net InBranch()
    {
        var (net, x) = Start();
        var conv = net.Add("conv", new Conv1d(Output, 3));
        var loud = net.Input("loud", [], type: DataType.Bool);
        var other = net.Input("other", [Dim.Batch, Time, Output]);
        net.Output(Cond(loud, () => conv.Call(x), () => other));
        return net;
    }

    internal static Net TurnedFilter()
    {
        var (net, x) = Start();
        var filter = new Parameter([Output, Kernel(), Input], name: "conv/W");
        net.Output(Conv(x, filter, Input, [Time], Output));
        return net;
    }

    internal static Net ByHand()
    {
        var (net, x) = Start();
        var filter = new Parameter([Kernel(), Input, Output], name: "conv/filter");
        var bias = new Parameter([Output], initial: 0.5, name: "conv/offset");
        net.Output(bias + Conv(x, filter, Input, [Time], Output));
        return net;
    }

    internal static Net ComputedFilter()
    {
        var (net, x) = Start();
        var filter = new Parameter([Kernel(), Input, Output], name: "conv/W");
        net.Output(Conv(x, Tanh(filter), Input, [Time], Output));
        return net;
    }

    internal static Net WideBias()
    {
        var (net, x) = Start();
        var product = Conv(x, new Parameter([Kernel(), Input, Output], name: "W"), Input, [Time], Output);
        net.Output(Broadcast(product) + new Parameter([Dim.Spatial("width", 5), Output], name: "bias"));
        return net;
    }

    internal static Net RenamedTime()
    {
        var (net, x) = Start();
        var product = Conv(x, new Parameter([Kernel(), Input, Output], name: "W"), Input, [Time], Output);
        net.Output(ReplaceDim(product, Time, Dim.Dynamic("keys")));
        return net;
    }

    internal static Net HandWritten()
    {
        var (net, x) = Start();
        var filter = new Parameter([Kernel(), Input, Output], name: "W");
        net.Output(
            ReturnnLayers.Conv(
                x,
                [3],
                Padding.Same,
                filter: filter,
                inSpatialDims: [Time],
                outDim: Output,
                withBias: false
            )
        );
        return net;
    }

    internal static Net ReadBefore()
    {
        var (net, x) = Start();
        var product = Conv(x, new Parameter([Kernel(), Input, Output], name: "conv/W"), Input, [Time], Output);
        net.Output(product + new Parameter([Output], name: "conv/bias"));
        net.Output(Relu(product), "before");
        return net;
    }

    internal static Net FrontEnd()
    {
        var (net, x) = Start();
        ConvStage[] stages =
        [
            new(Dim.Feature("c1", 7)) { Pool = (1, 2) },
            new(Dim.Feature("c2", 5)) { Strides = (3, 1), FilterSize = (5, 3) },
        ];
        net.Output(net.Add("front", new ConvSubsampling(stages, Dim.Feature("model", 8))).Call(x));
        return net;
    }

    internal static Net Residual()
    {
        var (net, x) = Start();
        ResNetStage[] stages = [new(Dim.Feature("c1", 3), 1), new(Dim.Feature("c2", 5), 2) { Strides = (1, 2) }];
        net.Output(net.Add("net", new ResNet(stages)).Call(x));
        return net;
    }

    internal static Net Jump()
    {
        var (net, x) = Start();
        var block = net.Add("block", new LaceBlock(Dim.Feature("c1", 5), jumps: 2, strides: (1, 2)));
        net.Output(block.Call(ExpandDim(x, Dim.Feature("one", 1)), Time, Input));
        return net;
    }

    private static Dim Kernel() => Dim.Spatial("kernel", 3);

    private static (Net Net, Tensor X) Start()
    {
        var net = new Net("conv");
        return (net, net.Input("data", [Dim.Batch, Time, Input]));
    }
}
