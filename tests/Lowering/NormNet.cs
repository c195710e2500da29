using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets around a batch norm that was written by hand.</summary>
internal static class NormNet
{
    internal static Dim Feature { get; } = Dim.Feature("in", 3);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static Dim Width { get; } = Dim.Spatial("width", 5);

    internal static Net Of(NormWays ways, double epsilon = 1e-3, double momentum = 0.1)
    {
        var net = new Net("by_hand");
        var x = ways.Source(net);
        var normed = net.Add("norm", new HandNorm(ways)).Call(net, x, epsilon, momentum);
        net.Loss("energy", ReduceMean(Square(normed), [Feature]));
        net.Output(normed);
        return net;
    }

    internal static Net Of(Func<NormWays, NormWays> change) => Of(change(new NormWays()));
}
