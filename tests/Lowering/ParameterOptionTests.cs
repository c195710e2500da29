using NetDsl.Layers;
using Xunit;

namespace NetDsl.Tests.Lowering;

public sealed class ParameterOptionTests
{
    [Fact]
    public void Weight_decay_of_a_module_is_that_of_its_layer() =>
        Assert.Equal((OptionValue)1e-4, Linear(map => map.ParameterOptions = new() { L2 = 1e-4 })["L2"]);

    [Fact]
    public void Weight_decay_of_a_module_is_that_of_its_variables_from_blocks()
    {
        var net = EmittedNet.FromBlocks(Map(map => map.ParameterOptions = new() { L2 = 1e-4 }));
        Assert.Equal([1e-4, 1e-4], net.OfClass("variable").Select(layer => layer["L2"]));
    }

    [Fact]
    public void Noise_and_dropout_of_weights_are_options_of_the_layer()
    {
        var layer = Linear(map =>
            map.ParameterOptions = new()
            {
                Dropout = 0.1,
                DropoutMinDims = 2,
                VariationalNoise = 0.075,
            }
        );
        Assert.Equal(
            ((OptionValue)0.1, (OptionValue)2, (OptionValue)0.075),
            (layer["param_dropout"], layer["param_dropout_min_ndim"], layer["param_variational_noise"])
        );
    }

    [Fact]
    public void A_frozen_module_is_a_frozen_layer() =>
        Assert.Equal(
            (OptionValue)false,
            Linear(map => map.ParameterOptions = new() { Trainable = false })["trainable"]
        );

    [Fact]
    public void What_the_bias_says_itself_keeps_it_a_variable_of_its_own()
    {
        var net = EmittedNet.Of(
            Map(map =>
            {
                map.ParameterOptions = new() { L2 = 1e-4 };
                map.Bias!.Options = new() { L2 = 0 };
            })
        );
        Assert.Null(Assert.Single(net.OfClass("linear"))["L2"]);
        Assert.Equal([(OptionValue)1e-4, null], net.OfClass("variable").Select(layer => layer["L2"]));
    }

    [Fact]
    public void An_inner_module_says_what_the_outer_one_does_not()
    {
        var net = new Net("outer");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        var outer = net.Add("outer", new Outer());
        outer.ParameterOptions = new() { L2 = 1e-4, VariationalNoise = 0.1 };
        outer.Inner.ParameterOptions = new() { L2 = 1e-5 };
        net.Output(outer.Inner.Call(x));
        var layer = Assert.Single(EmittedNet.Of(net).OfClass("linear"));
        Assert.Equal(((OptionValue)1e-5, (OptionValue)0.1), (layer["L2"], layer["param_variational_noise"]));
    }

    [Fact]
    public void Running_statistics_have_no_weight_decay()
    {
        var net = new Net("norm");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        var norm = net.Add("norm", new BatchNorm());
        norm.ParameterOptions = new() { L2 = 1e-4 };
        net.Output(norm.Call(x));
        var emitted = EmittedNet.Of(net);
        Assert.Null(Assert.Single(emitted.OfClass("batch_norm"))["L2"]);
        Assert.Equal(
            ["v2_gamma", "v2_beta"],
            emitted.OfClass("variable").Where(layer => layer["L2"] is not null).Select(layer => layer["param_name"])
        );
    }

    [Fact]
    public void An_lstm_has_the_options_of_its_module()
    {
        var net = new Net("lstm");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        var lstm = net.Add("lstm", new Lstm(MapNets.Classes));
        lstm.ParameterOptions = new() { L2 = 1e-4 };
        net.Output(lstm.Call(x));
        Assert.Equal((OptionValue)1e-4, Assert.Single(EmittedNet.Of(net).OfClass("rec"))["L2"]);
    }

    private static DictValue Linear(Action<Linear> set) => Assert.Single(EmittedNet.Of(Map(set)).OfClass("linear"));

    private static Net Map(Action<Linear> set)
    {
        var net = new Net("map");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        var map = net.Add("map", new Linear(MapNets.Classes));
        set(map);
        net.Output(map.Call(x));
        return net;
    }

    private sealed class Outer : Module
    {
        public Linear Inner { get; } = new(MapNets.Classes);
    }
}
