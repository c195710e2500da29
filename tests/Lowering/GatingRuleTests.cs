using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.GateNets;

namespace NetDsl.Tests.Lowering;

public sealed class GatingRuleTests
{
    [Fact]
    public void A_gate_is_one_layer_with_the_module_s_name()
    {
        var net = EmittedNet.Of(Of((n, x) => -n.Add("glu", new Gating(Kept)).Call(x)));
        Assert.Equal(
            OptionValue.Dict(
                ("class", "gating"),
                ("from", "data:data"),
                ("activation", OptionValue.None),
                ("gate_activation", "sigmoid"),
                ("out_dim", Kept),
                ("out_shape", OptionValue.Set(Dim.Batch, Time, Kept))
            ),
            net.Network["glu"]
        );
        Assert.Equal(0, net.Count("split"));
    }

    [Fact]
    public void An_activation_is_an_option_of_the_layer() =>
        Assert.Equal(("tanh", "sigmoid"), Activations(Of((_, x) => new Gating(Kept, y => Tanh(y)).Call(x))));

    [Fact]
    public void By_hand_the_halves_may_stand_in_any_order() =>
        Assert.Equal(("relu", "sigmoid"), Activations(Halves((a, b) => Sigmoid(b) * Relu(a))));

    [Fact]
    public void A_gate_in_the_first_half_is_its_activation() =>
        Assert.Equal(("sigmoid", null), Activations(Halves((a, b) => Sigmoid(a) * b)));

    [Fact]
    public void Half_of_twice_a_dim_is_that_dim()
    {
        var net = EmittedNet.Of(OfMap());
        Assert.Equal((OptionValue)Kept, Assert.Single(net.OfClass("gating"))["out_dim"]);
        Assert.Equal(2, net.Layers.Count);
    }

    [Fact]
    public void Two_gates_are_two_layers()
    {
        var net = EmittedNet.Of(Two());
        Assert.Equal((2, 0), (net.Count("gating"), net.Count("split")));
    }

    [Fact]
    public void In_a_branch_it_is_one_layer()
    {
        var net = EmittedNet.Of(InBranch());
        Assert.Equal((1, 0), (net.Count("gating"), net.Count("split")));
    }

    [Theory]
    [InlineData("a gate whose halves are cut outside of the branch", "the halves are cut outside of the branch")]
    [InlineData("a gate whose first half is read elsewhere", "its split/0 is also read by add")]
    [InlineData("a gate of two of three parts", "there are more parts than two halves")]
    [InlineData(
        "a gate along another dim",
        "which dim of [batch, time:?, width:4, in:6] RETURNN would halve is not certain"
    )]
    [InlineData(
        "a gate beside another dim of fixed size",
        "which dim of [batch, time:?, width:4, in:6] RETURNN would halve is not certain"
    )]
    public void What_cannot_be_one_layer_stays_blocks_and_the_report_says_why(string name, string reason)
    {
        var net = EmittedNet.Of(All[name]());
        Assert.Equal((0, 1), (net.Count("gating"), net.Count("split")));
        Assert.Equal(reason, Assert.Single(net.Entries, entry => entry.Rule == "gating").Reason);
    }

    [Fact]
    public void Two_dims_for_the_half_of_one_dim_stay_blocks_as_RETURNN_has_one()
    {
        var net = EmittedNet.Of(All["gates that name the half of a dim differently"]());
        Assert.Equal((0, 2), (net.Count("gating"), net.Count("split")));
        Assert.All(
            net.Entries.Where(entry => entry.Rule == "gating"),
            entry =>
                Assert.StartsWith("RETURNN has one dim for the half of a dim", entry.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_half_times_itself_is_no_gate()
    {
        var net = EmittedNet.Of(All["a product of a half with itself"]());
        Assert.Equal(0, net.Count("gating"));
        Assert.DoesNotContain(net.Entries, entry => entry.Rule == "gating");
    }

    private static (string? Value, string? Gate) Activations(Net net)
    {
        var layer = Assert.Single(EmittedNet.Of(net).OfClass("gating"));
        return ((layer["activation"] as StringValue)?.Value, (layer["gate_activation"] as StringValue)?.Value);
    }
}
