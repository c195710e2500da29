using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Inference;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class ConvFusionTests
{
    [Fact]
    public void The_module_is_one_layer_with_its_own_parameters()
    {
        var net = EmittedNet.Of(ConvNets.Of(new Conv1d(ConvNets.Output, 3)));
        var layer = (DictValue)Assert.Single(net.Network).Value;
        Assert.Equal(
            OptionValue.Dict(
                ("class", "conv"),
                ("from", "data:data"),
                ("filter_size", OptionValue.List(3)),
                ("padding", "same"),
                ("strides", OptionValue.List(1)),
                ("dilation_rate", OptionValue.List(1)),
                ("groups", 1),
                ("in_dim", ConvNets.Input),
                ("in_spatial_dims", OptionValue.List(ConvNets.Time)),
                ("out_dim", ConvNets.Output),
                ("with_bias", true),
                ("activation", OptionValue.None),
                ("forward_weights_init", "glorot_uniform"),
                ("bias_init", 0.0),
                ("name_scope", "conv"),
                ("out_shape", OptionValue.Set(Dim.Batch, ConvNets.Time, ConvNets.Output))
            ),
            layer
        );
    }

    [Fact]
    public void Without_a_bias_the_layer_has_none()
    {
        var layer = Layer(new Conv1d(ConvNets.Output, 3, bias: false));
        Assert.Equal(((OptionValue)false, null), (layer["with_bias"], layer["bias_init"]));
    }

    [Fact]
    public void Initial_values_are_those_of_the_module()
    {
        var layer = Layer(
            new Conv1d(ConvNets.Output, 3, initial: Initializer.GlorotNormal, biasInitial: Initializer.Normal(0.1))
        );
        Assert.Equal(
            (Initializer.GlorotNormal.Value, Initializer.Normal(0.1).Value),
            (layer["forward_weights_init"], layer["bias_init"])
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Features_may_map_to_themselves(bool bias)
    {
        var layer = Layer(new Conv1d(ConvNets.Input, 3, bias: bias));
        Assert.Equal(((OptionValue)ConvNets.Input, (OptionValue)ConvNets.Input), (layer["in_dim"], layer["out_dim"]));
        Assert.Equal(OptionValue.Set(Dim.Batch, ConvNets.Time, ConvNets.Input), layer["out_shape"]);
    }

    [Fact]
    public void A_depthwise_convolution_has_a_group_for_each_feature()
    {
        var layer = Layer(Conv1d.Depthwise(ConvNets.Input, 3));
        Assert.Equal(
            ((OptionValue)6, (OptionValue)ConvNets.Input, (OptionValue)ConvNets.Input),
            (layer["groups"], layer["in_dim"], layer["out_dim"])
        );
    }

    [Fact]
    public void An_activation_behind_it_is_an_option_of_the_layer()
    {
        var net = new Net("conv");
        var x = net.Input("data", [Dim.Batch, ConvNets.Time, ConvNets.Input]);
        net.Output(Relu(net.Add("conv", new Conv1d(ConvNets.Output, 3)).Call(x)));
        var layer = (DictValue)Assert.Single(EmittedNet.Of(net).Network).Value;
        Assert.Equal(((OptionValue)"conv", (OptionValue)"relu"), (layer["class"], layer["activation"]));
    }

    [Theory]
    [InlineData("a convolution over two dims")]
    [InlineData("a convolution over three dims")]
    public void Over_more_dims_it_is_one_layer(string net)
    {
        var emitted = EmittedNet.Of(ConvNets.All[net]());
        Assert.Equal((1, 0, 0), (emitted.Count("conv"), emitted.Count("variable"), emitted.Count("combine")));
    }

    [Fact]
    public void Two_modules_are_two_layers_with_variables_of_their_own()
    {
        var net = EmittedNet.Of(ConvNets.Two());
        Assert.Equal([(OptionValue)"first", "second"], net.OfClass("conv").Select(layer => layer["name_scope"]));
        Assert.Equal(2, net.Network.Count);
    }

    [Fact]
    public void A_module_called_twice_is_two_layers_with_the_same_variables()
    {
        var net = EmittedNet.Of(ConvNets.CalledTwice());
        var map = Map(("W", "conv.W"), ("bias", "conv.bias"));
        Assert.Equal([map, map], net.OfClass("conv").Select(layer => layer["reuse_params"]));
        Assert.Equal(2, net.Count("variable"));
    }

    [Fact]
    public void By_hand_it_is_one_layer_with_bound_parameters()
    {
        var layer = Assert.Single(EmittedNet.Of(ConvNets.ByHand()).OfClass("conv"));
        Assert.Equal(Map(("W", "conv.filter"), ("bias", "conv.offset")), layer["reuse_params"]);
        Assert.Null(layer["filter"]);
    }

    [Fact]
    public void In_a_branch_it_is_one_layer_and_its_variables_stay_outside()
    {
        var net = EmittedNet.Of(ConvNets.InBranch());
        Assert.Equal(
            Map(("W", "base:conv.W"), ("bias", "base:conv.bias")),
            Assert.Single(net.OfClass("conv"))["reuse_params"]
        );
        Assert.Equal((2, 0), (net.Count("variable"), net.Count("combine")));
    }

    [Theory]
    [InlineData("a convolution with a filter in another order", "the filter is not [window, input, output]")]
    [InlineData("a convolution whose filter is computed", null)]
    [InlineData("a convolution of which a layer was written by hand", "the layer is written by hand")]
    public void A_filter_that_the_layer_cannot_have_stays_outside(string name, string? reason)
    {
        var net = EmittedNet.Of(ConvNets.All[name]());
        Assert.NotNull(Assert.Single(net.OfClass("conv"))["filter"]);
        Assert.DoesNotContain(net.Entries, entry => entry.Fired);
        Assert.Equal(reason, net.Entries.SingleOrDefault()?.Reason);
    }

    [Theory]
    [InlineData("a convolution whose bias has another shape", "combine")]
    [InlineData("a convolution whose time gets another name", "reinterpret_data")]
    [InlineData("a convolution read before its bias", "combine")]
    public void What_is_no_bias_stays_behind_the_layer(string name, string behind)
    {
        var net = EmittedNet.Of(ConvNets.All[name]());
        Assert.Equal((1, 1), (net.Count("conv"), net.Count(behind)));
        Assert.Equal("no bias", Assert.Single(net.Entries, entry => entry.Fired).Variant);
        Assert.Equal((OptionValue)false, Assert.Single(net.OfClass("conv"))["with_bias"]);
    }

    [Fact]
    public void The_report_says_why_a_bias_stays_behind()
    {
        var entry = Assert.Single(EmittedNet.Of(ConvNets.WideBias()).Entries, entry => !entry.Fired);
        Assert.Equal("the bias has the dims [width:5, out:4], not out:4 alone", entry.Reason);
    }

    [Fact]
    public void The_report_says_whether_there_is_a_bias()
    {
        var with = EmittedNet.Of(ConvNets.Of(new Conv1d(ConvNets.Input, 3)));
        var without = EmittedNet.Of(ConvNets.Of(new Conv1d(ConvNets.Input, 3, bias: false)));
        Assert.Equal("with bias", Assert.Single(with.Entries).Variant);
        Assert.Equal("no bias", Assert.Single(without.Entries).Variant);
    }

    [Fact]
    public void Without_the_rule_it_is_a_filter_a_convolution_and_a_sum()
    {
        var net = EmittedNet.Of(ConvNets.All["a convolution"](), new() { RulesOff = ["conv", "eval"] });
        Assert.Equal((1, 2, 1), (net.Count("conv"), net.Count("variable"), net.Count("combine")));
    }

    [Fact]
    public void What_is_done_with_parameters_in_training_is_done_by_the_layer()
    {
        var conv = new Conv1d(ConvNets.Output, 3)
        {
            ParameterOptions = new()
            {
                L2 = 1e-4,
                VariationalNoise = 0.075,
                Trainable = false,
            },
        };
        var layer = Layer(conv);
        Assert.Equal(
            ((OptionValue)1e-4, (OptionValue)0.075, (OptionValue)false),
            (layer["L2"], layer["param_variational_noise"], layer["trainable"])
        );
    }

    [Fact]
    public void What_the_bias_says_itself_keeps_it_a_variable_of_its_own()
    {
        var conv = new Conv1d(ConvNets.Output, 3) { ParameterOptions = new() { L2 = 1e-4 } };
        conv.Bias!.Options = new() { L2 = 0 };
        var net = EmittedNet.Of(ConvNets.Of(conv));
        Assert.Null(Assert.Single(net.OfClass("conv"))["L2"]);
        Assert.Equal(
            [((OptionValue)"W", (OptionValue)1e-4), ("bias", null)],
            net.OfClass("variable").Select(layer => (layer["param_name"]!, layer["L2"]))
        );
    }

    [Fact]
    public void A_transposed_convolution_is_one_layer()
    {
        var net = EmittedNet.Of(ConvNets.Transposed(new TransposedConv1d(ConvNets.Output, 3, 2)));
        Assert.Equal(
            OptionValue.Dict(
                ("class", "transposed_conv"),
                ("from", "data:data"),
                ("filter_size", OptionValue.List(3)),
                ("strides", OptionValue.List(2)),
                ("padding", "same"),
                ("in_dim", ConvNets.Input),
                ("in_spatial_dims", OptionValue.List(ConvNets.Time)),
                ("out_dim", ConvNets.Output),
                ("with_bias", true),
                ("activation", OptionValue.None),
                ("forward_weights_init", "glorot_uniform"),
                ("bias_init", 0.0),
                ("name_scope", "conv"),
                ("out_shape", OptionValue.Set(Dim.Batch, ConvNets.Time * 2, ConvNets.Output))
            ),
            (DictValue)Assert.Single(net.Network).Value
        );
    }

    [Fact]
    public void A_transposed_convolution_with_a_layer_written_by_hand_stays_so()
    {
        var net = new Net("conv");
        var x = net.Input("data", [Dim.Batch, ConvNets.Time, ConvNets.Input]);
        Dim[] window = [Dim.Spatial("kernel", 3), Dim.Spatial("one", 1)];
        var filter = new Parameter([.. window, ConvNets.Output, ConvNets.Input], name: "filter");
        net.Output(
            ReturnnLayers.TransposedConv(
                x,
                [3],
                filter: filter,
                inSpatialDims: [ConvNets.Time],
                outDim: ConvNets.Output,
                withBias: false
            )
        );
        var entry = Assert.Single(EmittedNet.Of(net).Entries);
        Assert.Equal(("transposed_conv", "the layer is written by hand"), (entry.Rule, entry.Reason));
    }

    [Fact]
    public void A_front_end_has_a_layer_for_each_convolution_and_pooling_and_two_around()
    {
        var net = EmittedNet.Of(ConvNets.FrontEnd());
        Assert.Equal(
            ["expand_dims", "conv", "pool", "conv", "merge_dims", "linear"],
            net.Network.Select(layer => EmittedNet.ClassOf((DictValue)layer.Value))
        );
        Assert.All(net.OfClass("conv"), layer => Assert.Equal((OptionValue)"relu", layer["activation"]));
    }

    [Fact]
    public void A_residual_net_has_fused_layers_only()
    {
        var net = EmittedNet.Of(ConvNets.Residual());
        Assert.Equal(
            (8, 8, 0, 0),
            (net.Count("conv"), net.Count("batch_norm"), net.Count("variable"), net.Count("cond"))
        );
    }

    [Fact]
    public void A_jump_block_has_its_weights_as_the_only_variable_layer()
    {
        var net = EmittedNet.Of(ConvNets.Jump());
        Assert.Equal((3, 3), (net.Count("conv"), net.Count("batch_norm")));
        Assert.Equal((OptionValue)"attention", Assert.Single(net.OfClass("variable"))["param_name"]);
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void RETURNN_would_build_every_net_fused_or_not(string net)
    {
        foreach (
            var emitted in (EmittedNet[])
                [EmittedNet.Whole(ConvNets.All[net]()), EmittedNet.FromBlocks(ConvNets.All[net]())]
        )
        {
            Assert.Empty(InferredConfig.Of(emitted.Emission.Text).Faults);
        }
    }

    public static TheoryData<string> Nets => [.. ConvNets.All.Keys];

    [Theory]
    [InlineData("a convolutional front end")]
    [InlineData("a convolution over two dims")]
    [InlineData("a transposed convolution")]
    public void RETURNN_would_build_it_as_JSON_with_the_same_variables(string net)
    {
        var json = EmittedNet.Of(ConvNets.All[net](), new() { Format = ConfigFormat.Json });
        var inferred = InferredConfig.Of(json.Emission.Text, "net.json");
        var python = InferredConfig.Of(EmittedNet.Whole(ConvNets.All[net]()).Emission.Text);

        Assert.Empty(inferred.Faults);
        Assert.Equal(Shapes(python), Shapes(inferred));
    }

    private static IEnumerable<string> Shapes(InferredConfig config) =>
        config
            .Variables()
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => $"{variable.Key} {string.Join('x', variable.Value)}");

    private static DictValue Layer(Conv1d conv) =>
        (DictValue)Assert.Single(EmittedNet.Of(ConvNets.Of(conv)).Network).Value;

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
