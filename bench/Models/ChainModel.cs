using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Bench.Models;

/// <summary>Any number of layers, each reading the one before.</summary>
internal static class ChainModel
{
    internal static Net Record(int layers)
    {
        var net = new Net("chain");
        var features = Dim.Feature("features", 64);
        var x = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), features]);
        net.Output(net.Add("stack", new Stack(features, layers)).Call(x));
        return net;
    }

    private sealed class Stack(Dim features, int layers) : Module
    {
        public IReadOnlyList<Linear> Maps { get; } =
        [.. Enumerable.Range(0, layers).Select(_ => new Linear(features, features))];

        public Tensor Call(Tensor x)
        {
            using var call = Enter(x);
            foreach (var map in Maps)
            {
                x = Tanh(map.Call(x));
            }

            return x;
        }
    }
}
