using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with normalisations by statistics of their own input.</summary>
internal static class LayerNormNets
{
    internal static Dim Feature { get; } = Dim.Feature("in", 6);

    internal static Dim Width { get; } = Dim.Spatial("width", 5);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["a layer norm"] = () => Of((net, x) => net.Add("norm", new LayerNorm()).Call(x)),
            ["a layer norm without scale"] = () => Of((net, x) => net.Add("norm", new LayerNorm(scale: false)).Call(x)),
            ["a layer norm without bias"] = () => Of((net, x) => net.Add("norm", new LayerNorm(bias: false)).Call(x)),
            ["a layer norm without either"] = () =>
                Of((net, x) => net.Add("norm", new LayerNorm(scale: false, bias: false)).Call(x)),
            ["a layer norm called twice"] = CalledTwice,
            ["two layer norms"] = Two,
            ["a layer norm in a branch"] = InBranch,
            ["a layer norm of another dim"] = OfWidth,
            ["a layer norm that starts elsewhere"] = () => Of((_, x) => ByHand(x, scale: 0.5, bias: 0.25)),
            ["a layer norm with auxiliary scale"] = AuxiliaryScale,
            ["a layer norm over two dims"] = OverTwo,
            ["a layer norm whose mean is an output"] = MeanAsOutput,
            ["a layer norm whose scale is read elsewhere"] = SharedScale,
            ["a layer norm with a wide scale"] = WideScale,
            ["a root mean square norm"] = () => Of((net, x) => net.Add("norm", new RmsNorm()).Call(x)),
            ["a root mean square norm with bias"] = () =>
                Of((net, x) => net.Add("norm", new RmsNorm(bias: true)).Call(x)),
            ["an instance norm"] = () => Of((net, x) => net.Add("norm", new InstanceNorm()).Call(x)),
            ["an instance norm with padding"] = () =>
                Of((net, x) => net.Add("norm", new InstanceNorm(masked: false)).Call(x)),
            ["a group norm"] = () => Of((net, x) => net.Add("norm", new GroupNorm(2)).Call(x)),
            ["a group norm with padding"] = () =>
                Of((net, x) => net.Add("norm", new GroupNorm(2, masked: false)).Call(x)),
            ["a group norm of frames"] = () =>
                Of((net, x) => net.Add("norm", new GroupNorm(2, overFrames: false)).Call(x)),
        };

    /// <summary>A net around a part of it.</summary>
    internal static Net Of(Func<Net, Tensor, Tensor> part, params Dim[] further)
    {
        var net = new Net("norms");
        var result = part(net, net.Input("data", [Dim.Batch, Time, .. further, Feature]));
        net.Loss("energy", ReduceMean(Square(result), [Feature]));
        net.Output(result);
        return net;
    }

    /// <summary>A layer norm as a user may write it.</summary>
    internal static Tensor ByHand(Tensor x, double scale = 1.0, double bias = 0.0)
    {
        var mean = ReduceMean(x, [Feature]);
        var variance = ReduceMean(SquaredDifference(x, mean), [Feature]);
        var gain = new Parameter([Feature], scale, name: "norm/scale");
        return ((x - mean) / Sqrt(variance + 1e-5) * gain) + new Parameter([Feature], bias, name: "norm/bias");
    }

    internal static Net CalledTwice() =>
        Of(
            (net, x) =>
            {
                var norm = net.Add("norm", new LayerNorm());
                return norm.Call(x) + norm.Call(Relu(x));
            }
        );

    internal static Net Two() =>
        Of(
            (net, x) =>
            {
                var first = net.Add("first", new LayerNorm()).Call(x);
                return net.Add("second", new LayerNorm(epsilon: 1e-3)).Call(Relu(first));
            }
        );

    internal static Net InBranch() =>
        Of(
            (net, x) =>
            {
                var loud = net.Input("loud", [], type: DataType.Bool);
                var norm = net.Add("norm", new LayerNorm(Feature));
                return Cond(loud, () => norm.Call(x), () => x);
            }
        );

    internal static Net OfWidth() => Of((net, x) => net.Add("norm", new LayerNorm(Width)).Call(x), Width);

    internal static Net OverTwo() =>
        Of(
            (_, x) =>
            {
                var (mean, variance) = Moments(x, [Width, Feature]);
                var scale = new Parameter([Width, Feature], 1.0, name: "norm/scale");
                var bias = new Parameter([Width, Feature], 0.0, name: "norm/bias");
                return ((x - mean) * Rsqrt(variance + 1e-6) * scale) + bias;
            },
            Width
        );

    internal static Net AuxiliaryScale() =>
        Of(
            (_, x) =>
            {
                var (mean, variance) = Moments(x, [Feature]);
                var scale = new Parameter([Feature], 1.0, auxiliary: true, name: "norm/scale");
                var bias = new Parameter([Feature], 0.0, name: "norm/bias");
                return ((x - mean) * Rsqrt(variance + 1e-6) * scale) + bias;
            }
        );

    internal static Net MeanAsOutput() =>
        Of(
            (net, x) =>
            {
                var (mean, variance) = Moments(x, [Feature]);
                net.Output(mean, "mean");
                return (x - mean) * Rsqrt(variance + 1e-6);
            }
        );

    internal static Net SharedScale() =>
        Of(
            (net, x) =>
            {
                var norm = net.Add("norm", new LayerNorm());
                var normed = norm.Call(x);
                return normed + norm.Scale!;
            }
        );

    internal static Net WideScale() =>
        Of(
            (_, x) =>
            {
                var (mean, variance) = Moments(x, [Feature]);
                var normed = (x - mean) * Rsqrt(variance + 1e-6);
                var scaled = Broadcast(normed) * new Parameter([Width, Feature], 1.0, name: "scale");
                return ReduceMean(scaled, [Width]);
            }
        );
}
