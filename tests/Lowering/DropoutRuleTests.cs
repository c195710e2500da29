using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class DropoutRuleTests
{
    [Fact]
    public void A_dropout_before_a_linear_map_is_an_option_of_its_layer()
    {
        var net = Map((x, map) => map.Call(Dropped(x)));
        Assert.Equal(
            ((OptionValue)0.1, (OptionValue)"data:data"),
            (Assert.Single(net.OfClass("linear"))["dropout"], net.OfClass("linear")[0]["from"])
        );
        Assert.Equal(0, net.Count("dropout"));
    }

    [Fact]
    public void It_goes_with_an_activation_behind_the_map()
    {
        var net = Map((x, map) => Relu(map.Call(Dropped(x))));
        var layer = Assert.Single(net.OfClass("linear"));
        Assert.Equal(((OptionValue)0.1, (OptionValue)"relu"), (layer["dropout"], layer["activation"]));
        Assert.Single(net.Network);
    }

    [Fact]
    public void It_goes_with_a_softmax_behind_the_map()
    {
        var net = Map((x, map) => Softmax(map.Call(Dropped(x)), over: MapNets.Classes));
        Assert.Equal((OptionValue)0.1, Assert.Single(net.OfClass("softmax"))["dropout"]);
        Assert.Single(net.Network);
    }

    [Fact]
    public void What_is_dropped_for_others_as_well_keeps_its_layer()
    {
        var net = Map(
            (x, map) =>
            {
                var dropped = Dropped(x);
                return map.Call(dropped) + ReduceSum(dropped, [MapNets.Input]);
            }
        );
        Assert.Equal((1, 1), (net.Count("linear"), net.Count("dropout")));
        var entry = Assert.Single(net.Entries, entry => entry.Rule == "dropout");
        Assert.Equal("its dropout is also read by sum", entry.Reason);
    }

    private static Tensor Dropped(Tensor x) => ReturnnLayers.Dropout(x, common: new() { Dropout = 0.1 });

    private static EmittedNet Map(Func<Tensor, Linear, Tensor> model)
    {
        var net = new Net("map");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        net.Output(model(x, net.Add("map", new Linear(MapNets.Classes))));
        return EmittedNet.Of(net);
    }
}
