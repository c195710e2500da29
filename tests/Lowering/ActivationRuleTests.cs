using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class ActivationRuleTests
{
    [Theory]
    [InlineData("relu")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("swish")]
    [InlineData("exp")]
    public void An_activation_behind_a_linear_map_is_an_option_of_its_layer(string activation)
    {
        var net = Map(x => Activated(activation, x));
        Assert.Equal((OptionValue)activation, Assert.Single(net.OfClass("linear"))["activation"]);
        Assert.Equal(0, net.Count("activation"));
    }

    [Fact]
    public void The_layer_has_the_place_and_the_name_of_the_activation() =>
        Assert.Equal((OptionValue)"linear", ((DictValue)Map(x => Relu(x)).Network["output"]!)["class"]);

    [Fact]
    public void A_map_that_is_also_read_elsewhere_keeps_its_layer()
    {
        var net = Map(x => Relu(x) + x);
        Assert.Equal((1, 1), (net.Count("linear"), net.Count("activation")));
        var entry = Assert.Single(net.Entries, entry => entry.Rule == "activation");
        Assert.Equal("its add is also read by add", entry.Reason);
    }

    [Fact]
    public void Only_the_first_of_two_activations_is_taken()
    {
        var net = Map(x => Tanh(Relu(x)));
        Assert.Equal((OptionValue)"relu", Assert.Single(net.OfClass("linear"))["activation"]);
        Assert.Equal(1, net.Count("activation"));
    }

    [Fact]
    public void Without_the_rule_the_activation_is_a_layer()
    {
        var net = Map(x => Relu(x), new() { RulesOff = ["activation"] });
        Assert.Equal((1, 1), (net.Count("linear"), net.Count("activation")));
    }

    private static Tensor Activated(string activation, Tensor x) =>
        activation switch
        {
            "relu" => Relu(x),
            "sigmoid" => Sigmoid(x),
            "tanh" => Tanh(x),
            "gelu" => Gelu(x),
            "swish" => Swish(x),
            _ => Exp(x),
        };

    private static EmittedNet Map(Func<Tensor, Tensor> behind, Emit.EmitOptions? options = null)
    {
        var net = new Net("map");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        net.Output(behind(net.Add("map", new Linear(MapNets.Classes)).Call(x)));
        return EmittedNet.Of(net, options);
    }
}
