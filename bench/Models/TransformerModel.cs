using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Bench.Models;

/// <summary>A language model of 12 Transformer blocks.</summary>
internal static class TransformerModel
{
    internal static Net Record()
    {
        var net = new Net("transformer");
        var (time, model, words) = (Dim.Dynamic("time"), Dim.Feature("model", 512), Dim.Feature("words", 10_000));
        var data = net.Input("data", [Dim.Batch, time], sparse: words);
        var target = net.Input("target", [Dim.Batch, time], sparse: words);
        var x = net.Add("embedding", new Embedding(model)).Call(data);
        var y = net.Add("encoder", new TransformerEncoder(model, 12, new() { Causal = true })).Call(x);
        net.Loss("ce", CrossEntropy(net.Add("logits", new Linear(words)).Call(y), target));
        net.Output(y);
        return net;
    }
}
