using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets that look up vectors.</summary>
internal static class EmbeddingNets
{
    internal static Dim Vocabulary { get; } = Dim.Feature("vocab", 11);

    internal static Dim Output { get; } = Dim.Feature("out", 4);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["an embedding"] = () => Module(new(Output)),
            ["an embedding that starts elsewhere"] = () => Module(new(Output, weightInit: Initializer.Normal(0.1))),
            ["an embedding called twice"] = CalledTwice,
            ["two embeddings"] = Two,
            ["an embedding with transposed weights"] = () => ByHand([Output, Vocabulary]),
            ["an embedding by hand"] = () => ByHand([Vocabulary, Output]),
            ["an embedding by indices of nothing"] = () => ByHand([Vocabulary, Output], isSparse: false),
        };

    internal static Net Module(Embedding embedding)
    {
        var (net, labels) = Start();
        net.Output(net.Add("words", embedding).Call(labels));
        return net;
    }

    internal static Net CalledTwice()
    {
        var (net, labels) = Start();
        var words = net.Add("words", new Embedding(Output));
        var others = net.Input("others", [Dim.Batch, Time], sparse: Vocabulary);
        net.Output(words.Call(labels) + words.Call(others));
        return net;
    }

    internal static Net Two()
    {
        var (net, labels) = Start();
        net.Output(
            net.Add("words", new Embedding(Output)).Call(labels) * net.Add("gates", new Embedding(Output)).Call(labels)
        );
        return net;
    }

    internal static Net ByHand(Shape dims, bool isSparse = true)
    {
        var (net, labels) = Start(isSparse);
        var weight = new Parameter(dims, name: "words/W");
        net.Output(Gather(weight, labels, axis: Vocabulary));
        return net;
    }

    private static (Net Net, Tensor Labels) Start(bool isSparse = true)
    {
        var net = new Net("words");
        var labels = isSparse
            ? net.Input("labels", [Dim.Batch, Time], sparse: Vocabulary)
            : net.Input("labels", [Dim.Batch, Time], type: DataType.Int32);
        return (net, labels);
    }
}
