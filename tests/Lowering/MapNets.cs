using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with linear maps and softmax.</summary>
internal static class MapNets
{
    internal static Dim Input { get; } = Dim.Feature("in", 3);

    internal static Dim Classes { get; } = Dim.Feature("classes", 7);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["a linear map"] = () => Map(bias: true),
            ["a linear map without bias"] = () => Map(bias: false),
            ["a linear map of a dim to itself"] = () => Square(bias: true),
            ["a linear map of a dim to itself without bias"] = () => Square(bias: false),
            ["a linear map that starts elsewhere"] = () =>
                Of(new Linear(Classes, weightInit: Initializer.Orthogonal, biasInit: 0.5)),
            ["a linear map by hand"] = () => ByHand(),
            ["a linear map by hand, weights in front"] = () => ByHand(weightFirst: true, biasFirst: true),
            ["a linear map with transposed weights"] = Transposed,
            ["two linear maps with shared weights"] = Shared,
            ["a linear map called twice"] = CalledTwice,
            ["a linear map whose time gets another name"] = RenamedTime,
            ["a linear map whose bias has another shape"] = WideBias,
            ["a linear map of a weight that is an output"] = WeightAsOutput,
            ["a linear map in a branch"] = InBranch,
            ["a linear map whose product is outside of the branch"] = ProductOutsideOfBranch,
            ["a classifier"] = () => Classifier(),
            ["a classifier without output"] = () => Classifier(output: false),
            ["a classifier without loss"] = () => Classifier(loss: false),
            ["a classifier whose logits are read elsewhere"] = () =>
                Classifier(also: (net, logits) => net.Output(Relu(logits), "peek")),
            ["a classifier whose logits are an output"] = () =>
                Classifier(also: (net, logits) => net.Output(logits, "peek")),
            ["a classifier with dense targets"] = DenseTarget,
            ["a classifier with a scaled loss"] = () => Classifier(scale: 0.5),
            ["a classifier whose loss is masked by hand"] = WeightedLoss,
            ["a classifier with log softmax"] = LogProbabilities,
            ["a classifier of targets that are computed"] = () => ShiftedTarget(softmaxFirst: false),
            ["a classifier of targets that are computed behind it"] = () => ShiftedTarget(softmaxFirst: true),
            ["a classifier without bias"] = () => Classifier(bias: false),
        };

    internal static Net Map(bool bias) => Of(new Linear(Classes, bias: bias));

    internal static Net Of(Linear map)
    {
        var (net, x) = Start();
        net.Output(net.Add("map", map).Call(x));
        return net;
    }

    internal static Net Square(bool bias)
    {
        var (net, x) = Start();
        net.Output(net.Add("map", new Linear(Input, bias: bias)).Call(x));
        return net;
    }

    internal static Net ByHand(bool weightFirst = false, bool biasFirst = false)
    {
        var (net, x) = Start();
        var weight = new Parameter([Input, Classes], name: "map/weight");
        var bias = new Parameter([Classes], initial: 0.5, name: "map/bias");
        var product = weightFirst ? Dot(weight, x, reduce: Input) : Dot(x, weight, reduce: Input);
        net.Output(biasFirst ? bias + product : product + bias);
        return net;
    }

    internal static Net Transposed()
    {
        var (net, x) = Start();
        net.Output(Dot(x, new Parameter([Classes, Input], name: "weight"), reduce: Input));
        return net;
    }

    internal static Net Shared()
    {
        var (net, x) = Start();
        var weight = new Parameter([Input, Classes], name: "W");
        net.Output(Dot(x, weight, reduce: Input));
        net.Output(Dot(Relu(x), weight, reduce: Input), "second");
        return net;
    }

    internal static Net CalledTwice()
    {
        var (net, x) = Start();
        var map = net.Add("map", new Linear(Classes));
        net.Output(map.Call(x) + map.Call(Relu(x)));
        return net;
    }

    internal static Net WideBias()
    {
        var (net, x) = Start();
        var width = Dim.Spatial("width", 5);
        var product = Dot(x, new Parameter([Input, Classes], name: "W"), reduce: Input);
        net.Output(Broadcast(product) + new Parameter([width, Classes], name: "b"));
        return net;
    }

    internal static Net WeightAsOutput()
    {
        var (net, x) = Start();
        var weight = new Parameter([Input, Classes], name: "map/W");
        net.Output(Dot(x, weight, reduce: Input));
        net.Output(weight, "weights");
        return net;
    }

    internal static Net InBranch()
    {
        var (net, x) = Start();
        var map = net.Add("map", new Linear(Classes));
        var loud = net.Input("loud", [], type: DataType.Bool);
        var other = net.Input("other", [Dim.Batch, Time, Classes]);
        net.Output(Cond(loud, () => map.Call(x), () => other));
        return net;
    }

    internal static Net ProductOutsideOfBranch()
    {
        var (net, x) = Start();
        var loud = net.Input("loud", [], type: DataType.Bool);
        var other = net.Input("other", [Dim.Batch, Time, Classes]);
        var product = Dot(x, new Parameter([Input, Classes], name: "W"), reduce: Input);
        net.Output(Cond(loud, () => product + new Parameter([Classes], name: "b"), () => other));
        return net;
    }

    internal static Net ProductOutsideOfLoop()
    {
        var (net, x) = Start();
        var product = Dot(ReduceMean(x, [Time]), new Parameter([Input, Classes], name: "W"), reduce: Input);
        var bias = new Parameter([Classes], name: "b");
        net.Output(Loop(Time, step => step.Stack(ReduceSum(step.Unstack(x), [Input]) * (product + bias))));
        return net;
    }

    internal static Net Classifier(
        bool output = true,
        bool loss = true,
        bool bias = true,
        double scale = 1.0,
        Func<Net, Tensor, Tensor>? before = null,
        Action<Net, Tensor>? also = null
    )
    {
        var (net, x) = Start();
        x = before?.Invoke(net, x) ?? x;
        var logits = net.Add("map", new Linear(Classes, bias: bias)).Call(x);
        if (loss)
        {
            net.Loss("ce", CrossEntropy(logits, Target(net)), scale);
        }

        if (output)
        {
            net.Output(Softmax(logits, over: Classes));
        }

        also?.Invoke(net, logits);
        return net;
    }

    internal static Net DenseTarget()
    {
        var (net, x) = Start();
        var logits = net.Add("map", new Linear(Classes)).Call(x);
        net.Loss("ce", CrossEntropy(logits, net.Input("classes", [Dim.Batch, Time, Classes])));
        net.Output(Softmax(logits, over: Classes));
        return net;
    }

    internal static Net WeightedLoss()
    {
        var (net, x) = Start();
        var logits = net.Add("map", new Linear(Classes)).Call(x);
        net.Loss("ce", CrossEntropy(logits, Target(net)) * 0.5);
        net.Output(Softmax(logits, over: Classes));
        return net;
    }

    internal static Net LogProbabilities()
    {
        var (net, x) = Start();
        net.Output(LogSoftmax(net.Add("map", new Linear(Classes)).Call(x), over: Classes));
        return net;
    }

    internal static Net RenamedTime()
    {
        var (net, x) = Start();
        var product = Dot(x, new Parameter([Input, Classes], name: "W"), reduce: Input);
        net.Output(ReplaceDim(product, Time, Dim.Dynamic("keys")));
        return net;
    }

    internal static Net ShiftedTarget(bool softmaxFirst)
    {
        var (net, x) = Start();
        var logits = net.Add("map", new Linear(Classes)).Call(x);
        var early = softmaxFirst ? Softmax(logits, over: Classes) : null;
        var target = Shift(Target(net), Time, -1);
        net.Output(early ?? Softmax(logits, over: Classes));
        net.Loss("ce", CrossEntropy(logits, target));
        return net;
    }

    private static Tensor Target(Net net) => net.Input("classes", [Dim.Batch, Time], sparse: Classes);

    private static (Net Net, Tensor X) Start()
    {
        var net = new Net("map");
        return (net, net.Input("data", [Dim.Batch, Time, Input]));
    }
}
