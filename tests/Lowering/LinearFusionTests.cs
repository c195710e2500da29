using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Lowering;

public sealed class LinearFusionTests
{
    [Fact]
    public void The_module_is_one_layer_with_its_own_parameters() =>
        Assert.Equal(
            Options(
                ("with_bias", true),
                ("forward_weights_init", "glorot_uniform"),
                ("bias_init", 0.0),
                ("name_scope", "map"),
                ("out_shape", Result)
            ),
            Linear(MapNets.Map(bias: true))
        );

    [Fact]
    public void Without_a_bias_the_layer_has_none() =>
        Assert.Equal(
            Options(
                ("with_bias", false),
                ("forward_weights_init", "glorot_uniform"),
                ("name_scope", "map"),
                ("out_shape", Result)
            ),
            Linear(MapNets.Map(bias: false))
        );

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void By_hand_it_is_one_layer_with_bound_parameters(bool weightFirst, bool biasFirst) =>
        Assert.Equal(
            Options(
                ("with_bias", true),
                ("reuse_params", Map(("W", "map.weight"), ("b", "map.bias"))),
                ("out_shape", Result)
            ),
            Linear(MapNets.ByHand(weightFirst, biasFirst))
        );

    [Fact]
    public void Other_initial_values_are_those_of_the_layer()
    {
        var weight = Initializer.Normal(0.02);
        var layer = Linear(MapNets.Of(new Linear(MapNets.Classes, weightInit: weight, biasInit: -1.0)));
        Assert.Equal((weight.Value, (OptionValue)(-1.0)), (layer["forward_weights_init"], layer["bias_init"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_map_of_a_dim_to_itself_is_one_layer(bool bias)
    {
        var net = EmittedNet.Of(MapNets.Square(bias));
        var layer = (DictValue)Assert.Single(net.Network).Value;
        Assert.Equal(((OptionValue)MapNets.Input, (OptionValue)MapNets.Input), (layer["in_dim"], layer["out_dim"]));
    }

    [Fact]
    public void Another_name_of_the_time_stays_behind_the_layer()
    {
        var net = EmittedNet.Of(MapNets.RenamedTime());
        Assert.Equal((1, 1), (net.Count("linear"), net.Count("reinterpret_data")));
    }

    [Fact]
    public void The_report_says_whether_there_is_a_bias()
    {
        Assert.Equal("with bias", Assert.Single(EmittedNet.Of(MapNets.Map(bias: true)).Entries).Variant);
        Assert.Equal("no bias", Assert.Single(EmittedNet.Of(MapNets.Map(bias: false)).Entries).Variant);
    }

    [Fact]
    public void Shared_weights_are_bound_in_each_layer()
    {
        var net = EmittedNet.Of(MapNets.Shared());
        Assert.Equal([Map(("W", "W")), Map(("W", "W"))], net.OfClass("linear").Select(layer => layer["reuse_params"]));
        Assert.Equal(1, net.Count("variable"));
    }

    [Fact]
    public void A_module_called_twice_is_two_layers_with_the_same_variables()
    {
        var net = EmittedNet.Of(MapNets.CalledTwice());
        var map = Map(("W", "map.W"), ("b", "map.b"));
        Assert.Equal([map, map], net.OfClass("linear").Select(layer => layer["reuse_params"]));
        Assert.Equal(2, net.Count("variable"));
    }

    [Fact]
    public void Transposed_weights_are_not_fused()
    {
        var net = EmittedNet.Of(MapNets.Transposed());
        Assert.Equal((0, 1), (net.Count("linear"), net.Count("dot")));
    }

    [Fact]
    public void The_report_says_that_weights_are_transposed()
    {
        var entry = Assert.Single(EmittedNet.Of(MapNets.Transposed()).Entries);
        Assert.Equal(("linear", "the weight matrix is not [input, output]"), (entry.Rule, entry.Reason));
        Assert.Contains("new Parameter([Classes, Input]", SourceLine.At(entry.Cause), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_of_more_dims_is_added_behind()
    {
        var net = EmittedNet.Of(MapNets.WideBias());
        Assert.Equal("no bias", Assert.Single(net.Entries, entry => entry.Fired).Variant);
        Assert.Equal((1, 1), (net.Count("linear"), net.Count("combine")));
    }

    [Fact]
    public void In_a_branch_it_is_one_layer_and_its_variables_stay_outside()
    {
        var net = EmittedNet.Of(MapNets.InBranch());
        Assert.Equal((0, 2), (net.Count("dot"), net.Count("variable")));
        Assert.Equal(
            Map(("W", "base:map.W"), ("b", "base:map.b")),
            Assert.Single(net.OfClass("linear"))["reuse_params"]
        );
    }

    [Fact]
    public void A_bias_that_is_added_in_a_branch_behind_the_product_stays_there() =>
        AssertBiasStays(MapNets.ProductOutsideOfBranch(), "its dot is outside of the branch");

    [Fact]
    public void A_bias_that_is_added_in_a_loop_behind_the_product_stays_there() =>
        AssertBiasStays(MapNets.ProductOutsideOfLoop(), "its dot is outside of the loop");

    private static void AssertBiasStays(Net net, string reason)
    {
        var entries = EmittedNet.Of(net).Entries.Where(entry => entry.Rule == "linear").ToList();
        Assert.Equal("no bias", Assert.Single(entries, entry => entry.Fired).Variant);
        Assert.Equal(reason, Assert.Single(entries, entry => !entry.Fired).Reason);
    }

    private static OptionValue Result => OptionValue.Set(Dim.Batch, MapNets.Time, MapNets.Classes);

    private static DictValue Linear(Net net) => Assert.Single(EmittedNet.Of(net).OfClass("linear"));

    private static DictValue Options(params (string Key, OptionValue Value)[] further) =>
        further.Aggregate(
            OptionValue.Dict(
                ("class", "linear"),
                ("from", "data:data"),
                ("in_dim", MapNets.Input),
                ("out_dim", MapNets.Classes),
                ("activation", OptionValue.None)
            ),
            (options, option) => options.With(option.Key, option.Value)
        );

    private static DictValue Map(params (string Name, string Layer)[] bound) =>
        OptionValue.Dict(
            (
                "map",
                OptionValue.Dict([
                    .. bound.Select(entry =>
                        ((OptionValue)entry.Name, (OptionValue)OptionValue.Dict(("layer_output", entry.Layer)))
                    ),
                ])
            )
        );
}
