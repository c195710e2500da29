using NetDsl.Layers;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.AttentionWays;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with self-attention, as module and by hand.</summary>
internal static class AttentionNets
{
    private static readonly AttentionWays ways = new();

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["self-attention"] = () => Module(new(Output, heads: 2)),
            ["self-attention with keys of another size"] = () => Module(new(Output, heads: 2, keySize: 4)),
            ["self-attention with a root of 1"] = () => Module(new(Output, heads: 2, keySize: 2)),
            ["self-attention with dropout"] = () => Module(new(Output, heads: 2, dropout: 0.1)),
            ["causal self-attention"] = () => Module(new(Output, heads: 2, causal: true)),
            ["causal self-attention with dropout"] = () => Module(new(Output, heads: 2, causal: true, dropout: 0.1)),
            ["self-attention with learned distances"] = () => Module(Relative()),
            ["self-attention with learned distances and dropout"] = () => Module(Relative(dropout: 0.2)),
            ["self-attention with fixed distances"] = () => Module(Relative(sinusoidal: true)),
            ["causal self-attention with distances"] = () => Module(Relative(causal: true)),
            ["causal self-attention with distances and dropout"] = () => Module(Relative(causal: true, dropout: 0.2)),
            ["two self-attentions"] = TwoLayers,
            ["two causal self-attentions"] = () => TwoLayers(causal: true),
            ["two self-attentions with one encoding"] = OneEncoding,
            ["a self-attention called twice"] = CalledTwice,
            ["a self-attention with weight decay"] = Decayed,
            ["a self-attention with an initialiser"] = () =>
                Module(new(Output, heads: 2, initial: Initializer.Orthogonal)),
            ["a self-attention in a branch"] = InBranch,
            ["self-attention by hand"] = () => ways.Net(),
            ["causal self-attention by hand"] = () => Causal(ways).Net(),
            ["not fused: self-attention that does not see the frame itself"] = () =>
                (
                    ways with
                    {
                        Sight = (x, key) =>
                            Broadcast(RangeInAxis(x, AttentionWays.Time)) > RangeInAxis(key, ways.KeyTime),
                    }
                ).Net(),
            ["not fused: self-attention to what comes"] = () =>
                (
                    ways with
                    {
                        Sight = (x, key) =>
                            RangeInAxis(key, ways.KeyTime) >= Broadcast(RangeInAxis(x, AttentionWays.Time)),
                    }
                ).Net(),
            ["not fused: self-attention that sees a little of what comes"] = () =>
                (Causal(ways) with { Hidden = -1 }).Net(),
            ["not fused: self-attention with its heads between its values"] = () =>
                (
                    ways with
                    {
                        Merge = all =>
                            MergeDims(all, [AttentionWays.Value, AttentionWays.Heads], into: AttentionWays.Output),
                    }
                ).Net(),
            ["not fused: self-attention that drops whole frames"] = () =>
                (ways with { Drop = weights => Dropout(weights, 0.4, axes: [AttentionWays.Time]) }).Net(),
            ["not fused: causal self-attention whose padding is summed up"] = () =>
                (Causal(ways) with { After = x => ReduceSum(x, [AttentionWays.Time], masked: false) }).Net(),
            ["not fused: self-attention with another scale"] = () => (ways with { Scale = 0.5 }).Net(),
            ["not fused: self-attention whose weights are an output"] = () =>
                (ways with { Also = (net, steps) => net.Output(steps.Weights, "weights") }).Net(),
        };

    internal static SelfAttention Relative(bool causal = false, double dropout = 0.0, bool sinusoidal = false) =>
        new(
            Output,
            heads: 2,
            keySize: 8,
            causal: causal,
            dropout: dropout,
            relative: new RelativePositionalEncoding(clipping: 3, sinusoidal: sinusoidal)
        );

    internal static AttentionWays Causal(AttentionWays ways) =>
        ways with
        {
            Sight = (x, key) => Past(x, key, ways.KeyTime),
        };

    internal static Net Module(SelfAttention attention)
    {
        var (net, x) = Start();
        net.Output(net.Add("att", attention).Call(x));
        return net;
    }

    internal static Net TwoLayers() => TwoLayers(causal: false);

    internal static Net TwoLayers(bool causal)
    {
        var (net, x) = Start();
        var first = net.Add("first", new SelfAttention(Output, heads: 2, causal: causal)).Call(x);
        var second = net.Add("second", new SelfAttention(Output, heads: 3, causal: causal));
        net.Output(first + second.Call(Relu(first)));
        return net;
    }

    internal static Net OneEncoding()
    {
        var (net, x) = Start();
        var encoding = net.Add("distances", new RelativePositionalEncoding(clipping: 2));
        var first = net.Add("first", new SelfAttention(Output, heads: 2, relative: encoding)).Call(x);
        net.Output(net.Add("second", new SelfAttention(Output, heads: 2, relative: encoding)).Call(first));
        return net;
    }

    internal static Net CalledTwice()
    {
        var (net, x) = Start();
        var attention = net.Add("att", new SelfAttention(Input, heads: 5));
        net.Output(attention.Call(attention.Call(x)));
        return net;
    }

    internal static Net Decayed()
    {
        var attention = Relative();
        attention.ParameterOptions = new() { L2 = 1e-4 };
        return Module(attention);
    }

    internal static Net InBranch()
    {
        var (net, x) = Start();
        var attention = net.Add("att", new SelfAttention(Output, heads: 2));
        var loud = net.Input("loud", [], type: DataType.Bool);
        var other = net.Input("other", [Dim.Batch, Time, Output]);
        net.Output(Cond(loud, () => attention.Call(x), () => other));
        return net;
    }

    internal static (Net Net, Tensor X) Start()
    {
        var net = new Net("attention");
        return (net, net.Input("data", [Dim.Batch, Time, Input]));
    }
}
