using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class FeedForwardTests
{
    private static readonly Dim inner = Dim.Feature("inner", 8);

    [Fact]
    public void It_is_two_layers_that_do_activation_and_dropout_themselves()
    {
        var net = Emit(new FeedForward(inner, dropout: 0.1));
        Assert.Equal(["linear", "linear"], net.Layers.Select(EmittedNet.ClassOf));
        var (up, down) = (net.Layers[0], net.Layers[1]);
        Assert.Equal(
            ((OptionValue)"relu", (OptionValue)inner, (OptionValue)"ff/up"),
            (up["activation"], up["out_dim"], up["name_scope"])
        );
        Assert.Equal(
            ((OptionValue)0.1, (OptionValue)MapNets.Input, (OptionValue)"ff/down"),
            (down["dropout"], down["out_dim"], down["name_scope"])
        );
    }

    [Fact]
    public void Another_activation_and_another_output_can_be_given()
    {
        var net = Emit(new FeedForward(inner, MapNets.Classes, x => Swish(x)));
        Assert.Equal(
            ((OptionValue)"swish", (OptionValue)MapNets.Classes, null),
            (net.Layers[0]["activation"], net.Layers[1]["out_dim"], net.Layers[1]["dropout"])
        );
    }

    [Fact]
    public void Both_forms_have_the_same_parameters() =>
        Assert.Equal(
            CheckpointVariables.Of(EmittedNet.FromBlocks(Model(new FeedForward(inner, dropout: 0.1)))),
            CheckpointVariables.Of(Emit(new FeedForward(inner, dropout: 0.1)))
        );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_rate_that_is_none_is_refused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeedForward(inner, dropout: rate));

    private static EmittedNet Emit(FeedForward feedForward) => EmittedNet.Of(Model(feedForward));

    private static Net Model(FeedForward feedForward)
    {
        var net = new Net("ff");
        var x = net.Input("data", [Dim.Batch, MapNets.Time, MapNets.Input]);
        net.Output(net.Add("ff", feedForward).Call(x));
        return net;
    }
}
