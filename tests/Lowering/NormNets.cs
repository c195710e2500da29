using NetDsl.Layers;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.NormNet;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with batch norms in other surroundings than <see cref="NormNet"/> has.</summary>
internal static class NormNets
{
    private static readonly NormWays byHand = new();

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["a module"] = () => Module(new BatchNorm()),
            ["a module without affine"] = () => Module(new BatchNorm(affine: false)),
            ["a masked module"] = () => Module(new BatchNorm(masked: true)),
            ["a module behind one by hand"] = Several,
            ["a module in a module"] = Nested,
            ["one called twice"] = CalledTwice,
            ["one in a branch"] = InBranch,
            ["one with a step counter"] = WithCounter,
            ["one with a beta that is updated"] = UpdatedBeta,
            ["one with gamma as beta"] = GammaAsBeta,
            ["one with the running mean as gamma"] = MeanAsGamma,
            ["one with one parameter for both statistics"] = SameStatistics,
            ["two with one gamma"] = SharedGamma,
            ["one without a path"] = WithoutPath,
            ["one with the gamma of another module"] = GammaOfAnother,
            ["one that divides in a branch"] = DividesInBranch,
            ["one doubled"] = Doubled,
            ["one repeated along a dim"] = Repeated,
            ["one with an epsilon along a dim"] = WideEpsilon,
            ["one whose running mean is an output"] = MeanAsOutput,
            ["a masked one before one that is not"] = MaskedFirst,
            ["two masked ones"] = MaskedTwice,
            ["one read twice"] = ReadTwice,
        };

    internal static Net Module(BatchNorm norm) => Around((net, x) => net.Add("norm", norm).Call(x));

    internal static Net Several() =>
        Around(
            (net, x) =>
            {
                var first = net.Add("first", new HandNorm(byHand with { HasGamma = false })).Call(net, x);
                var second = net.Add("second", new BatchNorm()).Call(Relu(first));
                return net.Add("third", new HandNorm(byHand with { HasBeta = false })).Call(net, second + x);
            }
        );

    internal static Net Nested() => Around((net, x) => net.Add("outer", new Outer(new BatchNorm())).Call(x));

    internal static Net CalledTwice() =>
        Around(
            (net, x) =>
            {
                var norm = net.Add("norm", new BatchNorm());
                return norm.Call(x) + norm.Call(Relu(x));
            }
        );

    internal static Net InBranch() =>
        Around(
            (net, x) =>
            {
                var loud = net.Input("loud", [], type: DataType.Bool);
                var norm = net.Add("norm", new HandNorm(byHand));
                return Cond(loud, () => norm.Call(net, x), () => x);
            }
        );

    internal static Net WithCounter()
    {
        var steps = new Parameter([], auxiliary: true, name: "steps");
        return NormNet.Of(ways =>
            ways with
            {
                Run = (flag, mean, variance) =>
                    When(
                        flag(),
                        () =>
                        {
                            mean();
                            steps.AssignAdd(1.0);
                            variance();
                        }
                    ),
            }
        );
    }

    internal static Net UpdatedBeta()
    {
        var shift = new Parameter([Feature], auxiliary: true, name: "shift");
        return NormNet.Of(ways =>
            ways with
            {
                Make = (role, name, initial) => role == "shift" ? shift : byHand.Make(role, name, initial),
                Also = (_, _, _) => When(TrainFlag(), () => shift.AssignAdd(1.0)),
            }
        );
    }

    internal static Net GammaAsBeta()
    {
        Parameter? scale = null;
        return NormNet.Of(ways =>
            ways with
            {
                Make = (role, name, initial) => role == "shift" ? scale! : scale = byHand.Make(role, name, initial),
            }
        );
    }

    internal static Net MeanAsGamma()
    {
        Parameter? average = null;
        return NormNet.Of(ways =>
            ways with
            {
                Make = (role, name, initial) =>
                    role == "scale" ? average!
                    : role == "average" ? average = byHand.Make(role, name, initial)
                    : byHand.Make(role, name, initial),
            }
        );
    }

    internal static Net SameStatistics()
    {
        var both = new Parameter([Feature], auxiliary: true, name: "both");
        return NormNet.Of(ways =>
            ways with
            {
                Make = (role, name, initial) => role is "average" or "spread" ? both : byHand.Make(role, name, initial),
                UpdateVariance = (_, _, _) => { },
            }
        );
    }

    internal static Net SharedGamma() =>
        Around(
            (net, x) =>
            {
                var scale = new Parameter([Feature], initial: 1.0, name: "batch_norm/v2_gamma");
                var ways = byHand with
                {
                    NativeNames = true,
                    Make = (role, name, initial) => role == "scale" ? scale : byHand.Make(role, name, initial),
                };
                var first = net.Add("first", new HandNorm(ways)).Call(net, x);
                return net.Add("second", new HandNorm(ways)).Call(net, first);
            }
        );

    internal static Net WithoutPath() =>
        Around((net, x) => net.Add("", new HandNorm(byHand with { NativeNames = true })).Call(net, x));

    internal static Net GammaOfAnother() =>
        Around(
            (net, x) =>
            {
                var other = net.Add("other", new Holder());
                var ways = byHand with
                {
                    NativeNames = true,
                    Make = (role, name, initial) => role == "scale" ? other.Scale : byHand.Make(role, name, initial),
                };
                return net.Add("the_norm", new HandNorm(ways)).Call(net, x);
            }
        );

    internal static Net DividesInBranch() =>
        Around(
            (net, x) =>
            {
                var loud = net.Input("loud", [], type: DataType.Bool);
                var ways = byHand with
                {
                    HasGamma = false,
                    HasBeta = false,
                    Divide = (centered, square) => Cond(loud, () => centered * Rsqrt(square), () => centered),
                };
                return net.Add("norm", new HandNorm(ways)).Call(net, x);
            }
        );

    internal static Net Doubled() =>
        Around((net, x) => net.Add("norm", new HandNorm(byHand with { HasBeta = false })).Call(net, x) * 2.0);

    internal static Net Repeated() =>
        Around(
            (net, x) =>
            {
                var normed = net.Add("norm", new HandNorm(byHand with { HasBeta = false })).Call(net, x);
                return Broadcast(normed) * Constant(1.0, [Width]);
            }
        );

    internal static Net WideEpsilon() =>
        NormNet.Of(ways =>
            ways with
            {
                HasGamma = false,
                HasBeta = false,
                Widen = (variance, epsilon) => Broadcast(variance) + Constant(epsilon, [Width]),
                Divide = (x, square) => Broadcast(x) * Rsqrt(square),
            }
        );

    internal static Net MeanAsOutput() =>
        NormNet.Of(ways =>
            ways with
            {
                NativeNames = true,
                Also = (net, all, _) => net.Output(all.RunningMean, "peek"),
            }
        );

    internal static Net MaskedFirst() =>
        Around(
            (net, x) =>
            {
                var first = net.Add("first", new HandNorm(byHand with { Masked = true })).Call(net, x);
                return net.Add("second", new HandNorm(byHand)).Call(net, first);
            }
        );

    internal static Net MaskedTwice() =>
        Around(
            (net, x) =>
            {
                var first = net.Add("first", new HandNorm(byHand with { Masked = true })).Call(net, x);
                return net.Add("second", new HandNorm(byHand with { Masked = true })).Call(net, first);
            }
        );

    internal static Net ReadTwice() =>
        Around(
            (net, x) =>
            {
                var normed = net.Add("norm", new HandNorm(byHand)).Call(net, x);
                return normed * Sigmoid(normed);
            }
        );

    private static Net Around(Func<Net, Tensor, Tensor> part)
    {
        var net = new Net("around");
        var result = part(net, net.Input("data", [Dim.Batch, Time, Feature]));
        net.Loss("energy", ReduceMean(Square(result), [Feature]));
        net.Output(result);
        return net;
    }

    private sealed class Outer(BatchNorm inner) : Module
    {
        public BatchNorm Inner { get; } = inner;

        public Tensor Call(Tensor x)
        {
            using var call = Enter(x);
            return Inner.Call(Relu(x));
        }
    }

    private sealed class Holder : Module
    {
        public Parameter Scale { get; } = new([Feature], initial: 1.0, name: "batch_norm/v2_gamma");
    }
}
