using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>A self-attention by hand: two heads with keys of 2 features and values of 3; each step can be done in another way.</summary>
internal sealed record AttentionWays
{
    internal static readonly Dim Time = Dim.Dynamic("time");
    internal static readonly Dim Input = Dim.Feature("in", 5);
    internal static readonly Dim Output = Dim.Feature("values", 6);

    internal static readonly Dim Heads = Dim.Spatial("heads", 2);
    internal static readonly Dim Columns = Dim.Feature("columns", 14);
    internal static readonly Dim PerHead = Dim.Feature("per_head", 7);
    internal static readonly Dim Key = Dim.Feature("key", 2);
    internal static readonly Dim Value = Dim.Feature("value", 3);

    internal Dim KeyTime { get; init; } = Dim.Dynamic("keys");

    internal double Scale { get; init; } = 1 / Math.Sqrt(2);

    internal Func<Tensor, Tensor, Tensor> Multiply { get; init; } = (dot, matrix) => Dot(dot, matrix, reduce: Input);

    internal Func<Tensor, Tensor> Rename { get; init; } = x => x;

    internal Func<Tensor, Tensor, Tensor> Energy { get; init; } = (query, key) => Dot(query, key, reduce: Key);

    internal Func<Tensor, Tensor, Tensor>? Encode { get; init; }

    /// <summary>What is seen, of the input and the keys; null for all.</summary>
    internal Func<Tensor, Tensor, Tensor>? Sight { get; init; }

    internal double Hidden { get; init; } = -1e30;

    internal Func<Tensor, Dim, Tensor> Weigh { get; init; } = (energy, keys) => Softmax(energy, over: keys);

    internal Func<Tensor, Tensor> Drop { get; init; } = weights => weights;

    internal Func<Tensor, Tensor> Merge { get; init; } = all => MergeDims(all, [Heads, Value], into: Output);

    internal Action<Net, Steps> Also { get; init; } = (_, _) => { };

    internal Func<Tensor, Tensor> After { get; init; } = x => x;

    internal Shape Dims { get; init; } = [Dim.Batch, Time, Input];

    /// <summary>What is seen if causal.</summary>
    internal static Tensor Past(Tensor x, Tensor key, Dim keys) =>
        Broadcast(RangeInAxis(x, Time)) >= RangeInAxis(key, keys);

    internal Net Net(string matrix = "att/QKV")
    {
        var net = new Net("attention");
        var x = net.Input("data", Dims);
        var weight = new Parameter([Input, Columns], name: matrix);
        net.Output(After(Call(net, x, weight)));
        return net;
    }

    private Tensor Call(Net net, Tensor x, Parameter weight)
    {
        var columns = SplitDims(Multiply(x, weight), Columns, [Heads, PerHead]);
        var parts = Split(columns, PerHead, [Key, Key, Value]);
        var query = parts[0] * Scale;
        var key = Rename(ReplaceDim(parts[1], Time, KeyTime));
        var value = ReplaceDim(parts[2], Time, KeyTime);
        var energy = Energy(query, key);
        energy = Encode is null ? energy : energy + Encode(query, x);
        energy = Sight is null ? energy : Where(Sight(x, key), energy, Hidden);
        var weights = Drop(Weigh(energy, KeyTime));
        Also(net, new(query, key, value, weights));
        return Merge(Dot(weights, value, reduce: KeyTime));
    }

    internal sealed record Steps(Tensor Query, Tensor Key, Tensor Value, Tensor Weights);
}
