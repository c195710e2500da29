using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.LayerNormNets;

namespace NetDsl.Tests.Lowering;

public sealed class LayerNormFusionTests
{
    public static TheoryData<string> Spellings => [.. spellings.Keys];

    private static readonly Dictionary<string, Func<Tensor, Parameter, Parameter, Tensor>> spellings = new()
    {
        ["as the module"] = (x, s, b) => (Centered(x) * Rsqrt(Spread(x) + 1e-6) * s) + b,
        ["scale first"] = (x, s, b) => (s * (Centered(x) * Rsqrt(Spread(x) + 1e-6))) + b,
        ["bias first"] = (x, s, b) => b + (Rsqrt(1e-6 + Spread(x)) * Centered(x) * s),
        ["divided by the deviation"] = (x, s, b) => (Centered(x) / Sqrt(Spread(x) + 1e-6) * s) + b,
        ["mean first"] = (x, s, b) => b + (-(Mean(x) - x) * Pow(Spread(x) + 1e-6, -0.5) * s),
        ["by moments"] = (x, s, b) =>
        {
            var (mean, variance) = Moments(x, [Feature]);
            return ((x - mean) * Rsqrt(variance + 1e-6) * s) + b;
        },
        ["by squared difference"] = (x, s, b) =>
            (Centered(x) * Rsqrt(ReduceMean(SquaredDifference(Mean(x), x), [Feature]) + 1e-6) * s) + b,
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_layer_norm_by_hand_is_one_layer(string spelling)
    {
        var net = EmittedNet.Of(Of((_, x) => spellings[spelling](x, Scale(), Shift())));
        Assert.Equal(
            Options("layer_norm", ("in_dim", Feature), ("epsilon", 1e-6), ("name_scope", "norm")),
            Norm(net, "layer_norm")
        );
    }

    [Fact]
    public void The_module_is_one_layer_with_the_module_s_name()
    {
        var net = EmittedNet.Of(Of((n, x) => Relu(n.Add("enc", new LayerNorm(epsilon: 1e-3)).Call(x))));
        Assert.Equal(
            OptionValue.Dict(
                ("class", "layer_norm"),
                ("from", "data:data"),
                ("in_dim", Feature),
                ("epsilon", 1e-3),
                ("name_scope", "enc"),
                ("out_shape", OptionValue.Set(Dim.Batch, Time, Feature))
            ),
            net.Network["enc"]
        );
        Assert.Equal(0, net.Count("variable"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Without_scale_or_bias_it_is_the_general_layer(bool scale, bool bias)
    {
        var net = EmittedNet.Of(Of((n, x) => n.Add("norm", new LayerNorm(scale: scale, bias: bias)).Call(x)));
        var layer = Assert.Single(net.OfClass("norm"));
        Assert.Equal(
            ((OptionValue)Feature, (OptionValue)scale, (OptionValue)bias, (OptionValue)1e-6),
            (layer["axis"], layer["scale"], layer["bias"], layer["epsilon"])
        );
        Assert.Equal(scale || bias ? OptionValue.List(Feature) : null, layer["param_shape"]);
        Assert.Equal(0, net.Count("combine"));
    }

    [Fact]
    public void Over_two_dims_it_is_the_general_layer()
    {
        var layer = Assert.Single(EmittedNet.Of(OverTwo()).OfClass("norm"));
        Assert.Equal(
            ((OptionValue)OptionValue.List(Width, Feature), (OptionValue)OptionValue.List(Width, Feature)),
            (layer["axis"], layer["param_shape"])
        );
    }

    [Fact]
    public void Another_dim_than_the_feature_dim_can_be_normalised()
    {
        var layer = Assert.Single(EmittedNet.Of(OfWidth()).OfClass("layer_norm"));
        Assert.Equal((OptionValue)Width, layer["in_dim"]);
    }

    [Fact]
    public void Two_norms_are_two_layers()
    {
        var net = EmittedNet.Of(Two());
        Assert.Equal(
            [((OptionValue)"first", (OptionValue)1e-6), ("second", 1e-3)],
            net.OfClass("layer_norm").Select(layer => (layer["name_scope"]!, layer["epsilon"]!))
        );
    }

    [Fact]
    public void A_norm_called_twice_is_two_layers_with_the_same_variables()
    {
        var net = EmittedNet.Of(CalledTwice());
        Assert.Equal((2, 2), (net.Count("layer_norm"), net.Count("variable")));
        Assert.Single(net.OfClass("layer_norm").Select(layer => layer["reuse_params"]).Distinct());
    }

    [Fact]
    public void Other_initial_values_are_those_of_variables()
    {
        var net = EmittedNet.Of(Of((_, x) => ByHand(x, scale: 0.5, bias: 0.25)));
        Assert.Equal([(OptionValue)0.5, 0.25], net.OfClass("variable").Select(layer => layer["init"]));
        var map = (DictValue)((DictValue)Norm(net, "layer_norm")["reuse_params"]!)["map"]!;
        Assert.NotNull(map["scale"]);
        Assert.NotNull(map["bias"]);
    }

    [Fact]
    public void One_other_initial_value_leaves_the_other_to_the_layer()
    {
        var net = EmittedNet.Of(Of((_, x) => ByHand(x, scale: 0.5)));
        Assert.Equal("scale", ((StringValue)Assert.Single(net.OfClass("variable"))["param_name"]!).Value);
        var reuse = (DictValue)Norm(net, "layer_norm")["reuse_params"]!;
        Assert.Equal((OptionValue)true, reuse["auto_create_missing"]);
    }

    [Fact]
    public void Weight_decay_noise_and_freezing_are_options_of_the_layer()
    {
        var norm = new LayerNorm
        {
            ParameterOptions = new()
            {
                L2 = 1e-4,
                VariationalNoise = 0.1,
                Trainable = false,
            },
        };
        var layer = Norm(EmittedNet.Of(Of((net, x) => net.Add("norm", norm).Call(x))), "layer_norm");
        Assert.Equal(
            ((OptionValue)1e-4, (OptionValue)0.1, (OptionValue)false),
            (layer["L2"], layer["param_variational_noise"], layer["trainable"])
        );
    }

    [Fact]
    public void In_a_branch_it_is_one_layer_and_its_variables_stay_outside()
    {
        var net = EmittedNet.Of(InBranch());
        Assert.Equal((1, 2), (net.Count("layer_norm"), net.Count("variable")));
    }

    [Theory]
    [InlineData("masked", "padding is left out, and RETURNN's norm takes it in")]
    [InlineData("batch", "the statistics are over the batch, too")]
    [InlineData("different", "one statistic is over [in:6] and the other over [width:5, in:6]")]
    [InlineData("output", "its mean is the output \"mean\"")]
    [InlineData("epsilon", "a parameter where a number is expected")]
    [InlineData("deviation", "a division where a division by the square root is expected")]
    public void What_cannot_be_one_layer_stays_blocks_and_the_report_says_why(string which, string reason)
    {
        var net = EmittedNet.Of(Refused(which));
        Assert.Equal((0, 0), (net.Count("norm"), net.Count("layer_norm")));
        var entry = Assert.Single(net.Entries, entry => entry.Rule == "layer_norm");
        Assert.Equal(reason, entry.Reason);
    }

    [Fact]
    public void A_scale_of_more_dims_is_multiplied_behind()
    {
        var net = EmittedNet.Of(WideScale());
        var layer = Assert.Single(net.OfClass("norm"));
        Assert.Equal(((OptionValue)false, (OptionValue)false), (layer["scale"], layer["bias"]));
        Assert.Contains(
            "the scale has the dims [width:5, in:6], not dims of the input [batch, time:?, in:6]",
            net.Entries.SelectMany(entry => entry.Notes)
        );
    }

    [Fact]
    public void Scale_and_bias_of_different_dims_are_not_both_the_layer_s()
    {
        var net = EmittedNet.Of(
            Of(
                (_, x) =>
                {
                    var (mean, variance) = Moments(x, [Width, Feature]);
                    var scale = new Parameter([Feature], 1.0, name: "scale");
                    var bias = new Parameter([Width], 0.0, name: "bias");
                    return ((x - mean) * Rsqrt(variance + 1e-6) * scale) + bias;
                },
                Width
            )
        );
        var layer = Assert.Single(net.OfClass("norm"));
        Assert.Equal(((OptionValue)true, (OptionValue)false), (layer["scale"], layer["bias"]));
    }

    [Fact]
    public void An_instance_norm_that_takes_padding_in_is_one_layer()
    {
        var layer = Assert.Single(EmittedNet.Of(All["an instance norm with padding"]()).OfClass("norm"));
        Assert.Equal(
            ((OptionValue)Time, (OptionValue)OptionValue.List(Feature)),
            (layer["axis"], layer["param_shape"])
        );
    }

    [Fact]
    public void An_instance_norm_that_leaves_padding_out_stays_blocks()
    {
        var net = EmittedNet.Of(All["an instance norm"]());
        Assert.Equal((0, 2), (net.Count("norm"), net.Count("reduce") - 1));
    }

    [Theory]
    [InlineData("a group norm with padding")]
    [InlineData("a group norm of frames")]
    public void The_groups_of_a_group_norm_are_normalised_by_one_layer(string name)
    {
        var net = EmittedNet.Of(All[name]());
        Assert.Equal(
            (1, 1, 1, 2),
            (net.Count("split_dims"), net.Count("norm"), net.Count("merge_dims"), net.Count("combine"))
        );
    }

    [Fact]
    public void A_root_mean_square_norm_stays_blocks_without_a_word()
    {
        var net = EmittedNet.Of(All["a root mean square norm"]());
        Assert.Equal((0, 0), (net.Count("norm"), net.Count("layer_norm")));
        Assert.DoesNotContain(net.Entries, entry => entry.Rule == "layer_norm");
    }

    private static Net Refused(string which) =>
        which switch
        {
            "masked" => Of((_, x) => Normed(x, [Time, Feature], [Time, Feature])),
            "batch" => Of((_, x) => Normed(x, [Dim.Batch, Feature], [Dim.Batch, Feature])),
            "different" => Of((_, x) => Normed(x, [Feature], [Width, Feature]), Width),
            "output" => MeanAsOutput(),
            "epsilon" => Of(
                (_, x) =>
                {
                    var (mean, variance) = Moments(x, [Feature]);
                    return (x - mean) * Rsqrt(variance + new Parameter([], 1e-6, name: "epsilon"));
                }
            ),
            _ => Of(
                (_, x) =>
                {
                    var (mean, variance) = Moments(x, [Feature]);
                    return (x - mean) / (variance + 1e-6);
                }
            ),
        };

    private static Tensor Normed(Tensor x, Shape meanAxes, Shape varianceAxes)
    {
        var mean = ReduceMean(x, meanAxes);
        return (x - mean) * Rsqrt(ReduceMean(Square(x - mean), varianceAxes) + 1e-6);
    }

    private static Parameter Scale() => new([Feature], 1.0, name: "norm/scale");

    private static Parameter Shift() => new([Feature], 0.0, name: "norm/bias");

    private static Tensor Mean(Tensor x) => ReduceMean(x, [Feature]);

    private static Tensor Centered(Tensor x) => x - Mean(x);

    private static Tensor Spread(Tensor x) => ReduceMean(Square(Centered(x)), [Feature]);

    private static DictValue Norm(EmittedNet net, string layerClass) => Assert.Single(net.OfClass(layerClass));

    private static DictValue Options(string layerClass, params (string Key, OptionValue Value)[] further) =>
        further
            .Aggregate(
                OptionValue.Dict(("class", layerClass), ("from", "data:data")),
                (options, option) => options.With(option.Key, option.Value)
            )
            .With("out_shape", OptionValue.Set(Dim.Batch, Time, Feature));
}
