using Xunit;
using static NetDsl.Tests.Lowering.EmbeddingNets;

namespace NetDsl.Tests.Lowering;

public sealed class EmbeddingFusionTests
{
    [Fact]
    public void The_module_is_one_linear_layer_without_bias() =>
        Assert.Equal(
            OptionValue.Dict(
                ("class", "linear"),
                ("from", "data:labels"),
                ("out_dim", Output),
                ("activation", OptionValue.None),
                ("with_bias", false),
                ("forward_weights_init", "glorot_uniform"),
                ("name_scope", "words"),
                ("out_shape", OptionValue.Set(Dim.Batch, Time, Output))
            ),
            Assert.Single(EmittedNet.Of(Module(new(Output))).Layers)
        );

    [Fact]
    public void Another_initial_value_is_that_of_the_layer()
    {
        var initial = Initializer.Uniform(0.05);
        var net = EmittedNet.Of(Module(new(Output, weightInit: initial)));
        Assert.Equal(initial.Value, Assert.Single(net.Layers)["forward_weights_init"]);
    }

    [Fact]
    public void Weight_decay_is_that_of_the_layer()
    {
        var net = EmittedNet.Of(Module(new(Output) { ParameterOptions = new() { L2 = 1e-5 } }));
        Assert.Equal((OptionValue)1e-5, Assert.Single(net.Layers)["L2"]);
    }

    [Fact]
    public void An_embedding_called_twice_is_two_layers_with_the_same_variable()
    {
        var net = EmittedNet.Of(CalledTwice());
        Assert.Equal((2, 1), (net.Count("linear"), net.Count("variable")));
        Assert.Single(net.OfClass("linear").Select(layer => layer["reuse_params"]).Distinct());
    }

    [Fact]
    public void Two_embeddings_are_two_layers()
    {
        var net = EmittedNet.Of(Two());
        Assert.Equal(
            ["words", "gates"],
            net.OfClass("linear").Select(layer => ((StringValue)layer["name_scope"]!).Value)
        );
    }

    [Fact]
    public void By_hand_it_is_one_layer() =>
        Assert.Equal(1, EmittedNet.Of(ByHand([Vocabulary, Output])).Count("linear"));

    [Theory]
    [InlineData("an embedding with transposed weights", "the weight matrix is not [classes, output]")]
    [InlineData("an embedding by indices of nothing", "the indices do not say that they point into vocab:11")]
    public void What_a_linear_layer_cannot_look_up_stays_a_look_up(string name, string reason)
    {
        var net = EmittedNet.Of(All[name]());
        Assert.Equal((0, 1), (net.Count("linear"), net.Count("gather")));
        Assert.Equal(("embedding", reason), (Assert.Single(net.Entries).Rule, net.Entries[0].Reason));
    }
}
