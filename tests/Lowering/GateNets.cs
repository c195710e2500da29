using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Nets with gates.</summary>
internal static class GateNets
{
    internal static Dim Feature { get; } = Dim.Feature("in", 6);

    internal static Dim Kept { get; } = Dim.Feature("half", 3);

    internal static Dim Time { get; } = Dim.Dynamic("time");

    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        new Dictionary<string, Func<Net>>
        {
            ["a gate"] = () => Of((net, x) => net.Add("glu", new Gating(Kept)).Call(x)),
            ["a gate of half of the features"] = () => Of((net, x) => net.Add("glu", new Gating()).Call(x)),
            ["a gate with an activation"] = () =>
                Of((net, x) => net.Add("glu", new Gating(Kept, y => Tanh(y))).Call(x)),
            ["two gates"] = Two,
            ["gates that name the half of a dim differently"] = OtherNames,
            ["a gate of a linear map"] = OfMap,
            ["a gate in a branch"] = InBranch,
            ["a gate whose halves are cut outside of the branch"] = CutOutside,
            ["a gate whose first half is read elsewhere"] = () => Halves((a, b) => (a * Sigmoid(b)) + a),
            ["a gate of two of three parts"] = OfThree,
            ["a gate along another dim"] = AlongWidth,
            ["a gate beside another dim of fixed size"] = BesideWidth,
            ["a product of a half with itself"] = () => Halves((a, b) => (a * Sigmoid(a)) + b),
        };

    /// <summary>A net around a part of it.</summary>
    internal static Net Of(Func<Net, Tensor, Tensor> part, params Dim[] further)
    {
        var net = new Net("gates");
        net.Output(part(net, net.Input("data", [Dim.Batch, Time, .. further, Feature])));
        return net;
    }

    /// <summary>A net that does something with two halves.</summary>
    internal static Net Halves(Func<Tensor, Tensor, Tensor> combine) =>
        Of(
            (_, x) =>
            {
                var parts = Split(x, Feature, [Kept, Kept]);
                return combine(parts[0], parts[1]);
            }
        );

    internal static Net Two() =>
        Of(
            (net, x) =>
            {
                var first = net.Add("first", new Gating(Kept)).Call(x);
                return first + net.Add("second", new Gating(Kept, y => Relu(y))).Call(-x);
            }
        );

    internal static Net OtherNames() =>
        Of(
            (net, x) =>
            {
                var other = Dim.Feature("other", 3);
                var first = net.Add("first", new Gating(Kept)).Call(x);
                var second = net.Add("second", new Gating(other)).Call(x);
                return MergeDims(Broadcast(first) * second, [Kept, other]);
            }
        );

    internal static Net OfMap() =>
        Of(
            (net, x) =>
            {
                var wide = net.Add("up", new Linear(2 * Kept)).Call(x);
                return net.Add("glu", new Gating()).Call(wide);
            }
        );

    internal static Net InBranch() =>
        Of(
            (net, x) =>
            {
                var loud = net.Input("loud", [], type: DataType.Bool);
                var other = net.Input("other", [Dim.Batch, Time, Kept]);
                var gate = net.Add("glu", new Gating(Kept));
                return Cond(loud, () => gate.Call(x), () => other);
            }
        );

    internal static Net CutOutside() =>
        Of(
            (net, x) =>
            {
                var loud = net.Input("loud", [], type: DataType.Bool);
                var parts = Split(x, Feature, [Kept, Kept]);
                return Cond(loud, () => parts[0] * Sigmoid(parts[1]), () => parts[0]);
            }
        );

    internal static Net OfThree() =>
        Of(
            (_, x) =>
            {
                var third = Dim.Feature("third", 2);
                var parts = Split(x, Feature, [third, third, third]);
                return parts[0] * Sigmoid(parts[1]);
            }
        );

    internal static Net AlongWidth()
    {
        var (width, part) = (Dim.Spatial("width", 4), Dim.Spatial("part", 2));
        return Of(
            (_, x) =>
            {
                var parts = Split(x, width, [part, part]);
                return parts[0] * Sigmoid(parts[1]);
            },
            width
        );
    }

    internal static Net BesideWidth() => Of((net, x) => new Gating(Kept).Call(x), Dim.Spatial("width", 4));
}
