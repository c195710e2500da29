using NetDsl.Emit;
using Xunit;
using static NetDsl.Tests.Lowering.AttentionNets;
using static NetDsl.Tests.Lowering.AttentionWays;

namespace NetDsl.Tests.Lowering;

public sealed class SelfAttentionFusionTests
{
    private static readonly AttentionWays ways = new();

    [Fact]
    public void The_module_is_one_layer_with_its_own_matrix() =>
        Assert.Equal(
            OptionValue.Dict(
                ("class", "self_attention"),
                ("from", "data:data"),
                ("num_heads", 2),
                ("total_key_dim", 6),
                ("out_dim", Output),
                ("attention_left_only", false),
                ("forward_weights_init", "glorot_uniform"),
                ("name_scope", "att"),
                ("out_shape", OptionValue.Set(Dim.Batch, Time, Output))
            ),
            Assert.Single(EmittedNet.Of(Module(new(Output, heads: 2))).Layers)
        );

    [Theory]
    [InlineData("self-attention with keys of another size", "total_key_dim=4")]
    [InlineData("self-attention with a root of 1", "total_key_dim=2")]
    [InlineData("self-attention with dropout", "attention_dropout=0.1")]
    [InlineData("causal self-attention", "attention_left_only=True")]
    [InlineData("causal self-attention with dropout", "attention_dropout=0.1")]
    [InlineData("self-attention with learned distances", "key_shift=att.relative")]
    [InlineData("self-attention with learned distances and dropout", "attention_dropout=0.2")]
    [InlineData("self-attention with fixed distances", "key_shift=att.relative")]
    [InlineData("causal self-attention with distances", "attention_left_only=True")]
    [InlineData("causal self-attention with distances and dropout", "attention_dropout=0.2")]
    [InlineData("a self-attention with weight decay", "L2=0.0001")]
    [InlineData("a self-attention with an initialiser", "forward_weights_init=orthogonal")]
    [InlineData("self-attention by hand", "name_scope=att")]
    [InlineData("causal self-attention by hand", "attention_left_only=True")]
    public void Each_variant_is_one_layer(string net, string option)
    {
        var layer = Assert.Single(EmittedNet.Of(All[net]()).OfClass("self_attention"));
        var (key, value) = (option.Split('=')[0], option.Split('=')[1]);
        Assert.Equal(value, Shown(layer[key]));
    }

    [Theory]
    [InlineData("self-attention with learned distances", 2)]
    [InlineData("self-attention with fixed distances", 2)]
    [InlineData("causal self-attention with distances and dropout", 2)]
    [InlineData("two self-attentions with one encoding", 4)]
    public void An_encoding_is_one_layer_beside_it(string net, int layers) =>
        Assert.Equal(layers, EmittedNet.Of(All[net]()).Layers.Count);

    [Fact]
    public void The_encoding_beside_it_takes_its_dims_from_the_sequence() =>
        Assert.Equal(
            "class=relative_positional_encoding from=data:data out_dim=key_per_head:4 clipping=3 forward_weights_init=glorot_uniform name_scope=att/relative",
            Line(Module(Relative()))
        );

    [Fact]
    public void A_fixed_encoding_has_no_variables() =>
        Assert.Equal(
            "class=relative_positional_encoding from=data:data out_dim=key_per_head:4 clipping=3 fixed=True",
            Line(Module(Relative(sinusoidal: true)))
        );

    [Fact]
    public void Each_of_two_is_a_layer() => Assert.Equal(2, EmittedNet.Of(TwoLayers()).Count("self_attention"));

    [Fact]
    public void Each_of_two_causal_ones_is_a_layer() =>
        Assert.Equal(2, EmittedNet.Of(TwoLayers(causal: true)).Count("self_attention"));

    [Fact]
    public void Called_twice_both_layers_are_given_the_matrix()
    {
        var net = EmittedNet.Of(CalledTwice());
        Assert.Equal((2, 1), (net.Count("self_attention"), net.Count("variable")));
        Assert.All(net.OfClass("self_attention"), layer => Assert.NotNull(layer["reuse_params"]));
    }

    [Fact]
    public void In_a_branch_the_layer_is_given_the_matrix() =>
        Assert.NotNull(Assert.Single(EmittedNet.Of(InBranch()).OfClass("self_attention"))["reuse_params"]);

    [Fact]
    public void What_was_fused_is_reported_once() =>
        Assert.Equal(
            "self_attention att relative, with dropout",
            string.Join(
                ", ",
                EmittedNet
                    .Of(Module(Relative(dropout: 0.1)))
                    .Entries.Select(entry => $"{entry.Rule} {entry.Module} {entry.Variant}")
            )
        );

    [Fact]
    public void With_the_rule_off_the_matrix_is_that_of_a_linear_map()
    {
        var net = EmittedNet.Of(Module(new(Output, heads: 2)), new EmitOptions { RulesOff = ["self_attention"] });
        Assert.Equal((0, 1), (net.Count("self_attention"), net.Count("linear")));
    }

    [Fact]
    public void In_JSON_it_has_the_options_that_RETURNN_ran()
    {
        var net = EmittedNet.Of(Module(Relative()), new EmitOptions { Format = ConfigFormat.Json });
        var layer = Assert.Single(net.OfClass("self_attention"));
        Assert.Equal(
            ("6", "8", "att.relative"),
            (Shown(layer["n_out"]), Shown(layer["total_key_dim"]), Shown(layer["key_shift"]))
        );
        Assert.Equal("4", Shown(Assert.Single(net.OfClass("relative_positional_encoding"))["n_out"]));
    }

    private static string Line(Net net) =>
        string.Join(
            ' ',
            Assert
                .Single(EmittedNet.Of(net).OfClass("relative_positional_encoding"))
                .Select(option => $"{Shown(option.Key)}={Shown(option.Value)}")
        );

    private static string Shown(OptionValue? value) =>
        value switch
        {
            StringValue text => text.Value,
            IntegerValue integer => FormattableString.Invariant($"{integer.Value}"),
            RealValue real => FormattableString.Invariant($"{real.Value}"),
            BoolValue truth => truth.Value ? "True" : "False",
            DimValue dim => dim.Value.ToString(),
            _ => value?.ToString() ?? "missing",
        };
}
