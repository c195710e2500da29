using NetDsl.Layers;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>What we emit for the golden nets is what RETURNN was seen to run: classes, options, dims and parameters.</summary>
public sealed class GoldenFactTests
{
    private static readonly string[] sameNames =
    [
        "activation_exp",
        "activation_gelu",
        "activation_relu",
        "activation_sigmoid",
        "activation_swish",
        "activation_tanh",
        "combine_add",
        "combine_maximum",
        "combine_mul",
        "combine_sub",
        "compare_where",
        "cumsum_time",
        "dot_outer",
        "dropout",
        "reduce_time_mean",
        "softmax_over_feature",
        "switch_on_train_flag",
    ];

    public static TheoryData<string> SameNames => [.. sameNames];

    public static TheoryData<string, Form> SameParameters
    {
        get
        {
            var data = new TheoryData<string, Form>();
            foreach (var form in new[] { Form.Python, Form.PythonPrimitive })
            {
                foreach (var name in sameNames)
                {
                    data.Add(name, form);
                }

                foreach (
                    var name in new[]
                    {
                        "bn_primitive",
                        "bn_primitive_masked",
                        "cond_multi_output",
                        "linear",
                        "linear_no_bias",
                        "rec_lstm_standard",
                        "step_counter",
                    }
                )
                {
                    data.Add(name, form);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SameNames))]
    public void A_net_has_the_layers_and_options_that_RETURNN_ran(string name)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config);
        var ours = Emitted.Summary(GoldenModels.Of(name), Form.PythonPrimitive);

        Findings.None(golden.Layers.SelectMany(layer => Differences(layer, golden, ours)));
    }

    [Theory]
    [MemberData(nameof(SameNames))]
    public void A_net_has_the_dims_that_RETURNN_reported(string name)
    {
        var golden = GoldenFiles.Case(name);
        var net = NetSummary.OfPython(golden.Config);
        var ours = Emitted.Summary(GoldenModels.Of(name), Form.PythonPrimitive);

        Findings.None(
            from layer in golden.Layers
            let shape = ours
                .Layers.FirstOrDefault(mine => mine.Path == Ours(layer.Key, net))
                ?.Options.GetValueOrDefault("out_shape")
            where shape is not null && shape != ShapeOf(layer.Value)
            select $"{layer.Key}: {shape}, RETURNN has {ShapeOf(layer.Value)}"
        );
    }

    [Theory]
    [MemberData(nameof(SameParameters))]
    public void A_net_has_the_parameters_that_RETURNN_made(string name, Form form) =>
        Assert.Equal(
            EmittedParameters.Of(GoldenFiles.Case(name).Parameters),
            EmittedParameters.Of(Emitted.Summary(GoldenModels.Of(name), form))
        );

    [Theory]
    [InlineData("batch_norm")]
    [InlineData("batch_norm_masked")]
    [InlineData("batch_norm_no_affine")]
    [InlineData("gating")]
    [InlineData("layer_norm")]
    [InlineData("linear_relu")]
    [InlineData("softmax")]
    public void A_module_has_the_parameters_of_its_equivalent_fused_or_not(string name)
    {
        var golden = EmittedParameters.Of(GoldenFiles.Equivalence(name).Parameters);

        Assert.Equal(golden, EmittedParameters.Of(Emitted.Summary(GoldenModels.Of(name))));
        Assert.Equal(golden, EmittedParameters.Of(Emitted.Summary(GoldenModels.Of(name), Form.PythonPrimitive)));
    }

    [Theory]
    [InlineData("batch_norm", "batch_norm")]
    [InlineData("batch_norm_masked", "flatten_batch batch_norm unflatten_batch")]
    [InlineData("batch_norm_no_affine", "batch_norm")]
    public void A_fused_module_has_the_options_of_its_equivalent(string name, string classes)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence(name).FusedConfig);
        var ours = Emitted.Summary(GoldenModels.Of(name));

        // Names differ, and RETURNN ignores initial values of what is bound to constants.
        string[] free =
        [
            "from",
            "out_shape",
            "reuse_params",
            .. name == "batch_norm_no_affine" ? ["gamma_init", "beta_init"] : Array.Empty<string>(),
        ];
        Assert.All(
            classes.Split(' '),
            layerClass => Assert.Equal(OptionsOf(golden, layerClass, free), OptionsOf(ours, layerClass, free))
        );
    }

    [Theory]
    [InlineData("bn_primitive", "bn_fused")]
    [InlineData("bn_primitive_masked", "bn_masked_fused")]
    public void A_handwritten_batch_norm_is_fused_into_the_layer_that_RETURNN_ran(string blocks, string fused)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(fused).Config);
        var ours = Emitted.Summary(GoldenModels.Of(blocks));

        Assert.Equal(
            OptionsOf(golden, "batch_norm", ["from", "out_shape"]),
            OptionsOf(ours, "batch_norm", ["from", "out_shape"]).Replace(".param", "", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("bn_primitive", "json_bn_fused")]
    [InlineData("bn_primitive_masked", "json_bn_masked_fused")]
    public void A_handwritten_batch_norm_in_JSON_is_fused_into_the_layer_that_RETURNN_ran(string blocks, string fused)
    {
        var golden = NetSummary.OfJson(GoldenFiles.JsonCase(fused).Config);
        var ours = Emitted.Summary(GoldenModels.Of(blocks), Form.Json);

        Assert.Equal(
            OptionsOf(golden, "batch_norm", ["from"]),
            OptionsOf(ours, "batch_norm", ["from"]).Replace(".param", "", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("bn_primitive", "bn_fused")]
    [InlineData("bn_primitive_masked", "bn_masked_fused")]
    public void A_fused_batch_norm_has_no_other_layers_than_RETURNN_ran(string blocks, string fused)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(fused).Config);

        // The golden net copies what it puts out; ours calls the layer itself "output".
        Assert.Equal(
            golden
                .Layers.Where(layer => layer.Class != "copy")
                .Select(layer => layer.Class)
                .Order(StringComparer.Ordinal),
            Emitted.Summary(GoldenModels.Of(blocks)).Layers.Select(layer => layer.Class).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_branches_of_a_cond_with_two_results_are_as_RETURNN_ran_them()
    {
        var ours = Emitted.Summary(GoldenModels.Of("cond_multi_output"));

        Assert.Equal("\"source(0) * 3.0\"", ours["cond/true_layer/output"].Options["eval"]);
        Assert.Equal("\"source(0) + 1.0\"", ours["cond/true_layer/result_2"].Options["eval"]);
        Assert.Equal("copy", ours["cond/false_layer/output"].Class);
        Assert.Equal("True", ours["cond/false_layer/result_2"].Options["is_output_layer"]);
    }

    [Theory]
    [InlineData("bn_primitive")]
    [InlineData("bn_primitive_masked")]
    public void Batch_norm_from_blocks_has_the_blocks_that_RETURNN_ran(string name)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config);
        var ours = Emitted.Summary(GoldenModels.Of(name), Form.PythonPrimitive);

        // Branches of ours are sub-nets, 1/sqrt(x + epsilon) is two layers, and the update reads what the step used.
        string[] other = ["mean", "variance", "upd", "inv_std", "y", "upd_run", "output", "sq"];
        Findings.None(
            golden
                .Layers.Where(layer => !other.Contains(layer.Path.Split('/')[0]))
                .SelectMany(layer => Differences(layer, golden, ours))
        );
    }

    [Theory]
    [InlineData("bn_primitive", "json_bn_primitive")]
    [InlineData("cond_multi_output", "json_cond_two_results")]
    [InlineData("dot_outer", "json_matmul")]
    public void A_JSON_net_has_the_parameters_that_RETURNN_made(string model, string golden) =>
        Assert.Equal(
            EmittedParameters.Of(GoldenFiles.JsonCase(golden).Parameters),
            EmittedParameters.Of(Emitted.Summary(GoldenModels.Of(model), Form.PythonPrimitive))
        );

    [Fact]
    public void A_dot_in_JSON_has_the_axes_that_RETURNN_ran()
    {
        var golden = NetSummary.OfJson(GoldenFiles.JsonCase("json_matmul").Config)["y"];
        var ours = Emitted.Summary(GoldenModels.Of("dot_outer"), Form.JsonPrimitive)["y"];

        // The golden net says "f" for the only feature dim of x.
        Assert.Equal(
            golden.ToString().Replace("red1=\"f\"", "red1=\"dim:3\"", StringComparison.Ordinal),
            ours.ToString().Replace("m.param", "m", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_native_batch_norm_in_JSON_is_the_one_that_RETURNN_ran() =>
        Assert.Equal(
            OptionsOf(
                NetSummary.OfJson(GoldenFiles.JsonCase("json_bn_native").Config),
                "batch_norm",
                ["from", "name_scope"]
            ),
            OptionsOf(Emitted.Summary(GoldenModels.Of("batch_norm"), Form.Json), "batch_norm", ["from", "name_scope"])
        );

    [Theory]
    [InlineData(false, "loss_ce")]
    [InlineData(true, "loss_ce_from_blocks")]
    public void Cross_entropy_is_the_loss_that_RETURNN_ran(bool primitive, string name)
    {
        var net = Sample.Of(s =>
        {
            var classes = Dim.Feature("classes", 5);
            var target = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: classes);
            var x = (s.Data * new Parameter([s.In], name: "w/param")).Named("x");
            var logits = s.Net.Add(primitive ? "logits" : "output", new Linear(classes)).Call(x);
            s.Net.Loss("ce", CrossEntropy(logits, target));
            s.Net.Output(primitive ? logits : Softmax(logits, over: classes));
        });
        var golden = GoldenFiles.Case(name);
        var ours = Emitted.Summary(net, primitive ? Form.PythonPrimitive : Form.Python);

        Assert.Equal(EmittedParameters.Of(golden.Parameters), EmittedParameters.Of(ours));
        Assert.Equal(
            primitive
                ? "ce: sparse_softmax_cross_entropy_with_logits axis=classes:5 logits=\"output\" loss=\"as_is\" out_shape={batch_dim, time:?} targets=\"data:classes\""
                : "loss=\"ce\" target=\"classes\"",
            primitive
                ? ours["ce"].ToString()
                : $"loss={ours["output"].Options["loss"]} target={ours["output"].Options["target"]}"
        );
    }

    [Fact]
    public void A_scaled_loss_has_the_options_that_RETURNN_ran()
    {
        var net = Sample.Of(s => s.Net.Loss("loss", ReduceSum(Square(s.Data), [s.In]), scale: 0.25));
        var golden = NetSummary.OfPython(GoldenFiles.Case("loss_normalized_scaled").Config)["loss"];

        // The model has no word for use_normalized_loss.
        Assert.Equal(
            golden.Options["loss_opts"].Replace(", \"use_normalized_loss\": True", "", StringComparison.Ordinal),
            Emitted.Summary(net)["loss"].Options["loss_opts"]
        );
    }

    [Fact]
    public void A_loss_has_the_options_that_RETURNN_ran()
    {
        var net = Sample.Of(s =>
        {
            var x = (s.Data * new Parameter([s.In], name: "w/param")).Named("x");
            s.Net.Loss("loss", ReduceSum(Square(x).Named("e"), [s.In]), scale: 0.25, normalized: true);
            s.Net.Output(x);
        });
        var golden = NetSummary.OfPython(GoldenFiles.Case("loss_normalized_scaled").Config);
        var ours = Emitted.Summary(net, Form.PythonPrimitive);

        Findings.None(golden.Layers.SelectMany(layer => Differences(layer, golden, ours)));
    }

    [Fact]
    public void An_embedding_gathers_with_the_parameter_and_the_dims_of_the_layer_that_RETURNN_ran()
    {
        var net = Sample.Of(s =>
        {
            var vocab = Dim.Feature("vocab", 6);
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: vocab);
            var table = new Parameter([vocab, s.Out], name: "y/W");
            s.Net.Output(Gather(table, labels, axis: vocab));
        });
        var golden = GoldenFiles.Case("embedding");
        var ours = Emitted.Summary(net, Form.PythonPrimitive);

        Assert.Equal(EmittedParameters.Of(golden.Parameters), EmittedParameters.Of(ours));
        Assert.Equal(ShapeOf(golden.Layers["output"]), ours["output"].Options["out_shape"]);
    }

    [Fact]
    public void A_squared_error_is_the_mean_over_the_features_of_what_RETURNN_compared()
    {
        var net = Sample.Of(s =>
        {
            var target = s.Net.Input("target", [Dim.Batch, s.Time, s.In]);
            var x = (s.Data * new Parameter([s.In], name: "w/param")).Named("x");
            s.Net.Loss("mse", MeanSquaredError(x, target));
        });
        var ours = Emitted.Summary(net);
        var compared = GoldenFiles.Case("loss_mse").Layers["data:target"];

        Assert.Equal(ShapeOf(compared), ours["squared_difference"].Options["out_shape"]);
        Assert.Equal("\"mean\"", ours["mse"].Options["mode"]);
        Assert.Equal("\"as_is\"", ours["mse"].Options["loss"]);
    }

    private static IEnumerable<string> Differences(LayerSummary layer, NetSummary golden, NetSummary ours)
    {
        var mine = ours.Layers.FirstOrDefault(other => other.Path == Ours(layer.Path, golden));
        if (mine is null || mine.Class != layer.Class)
        {
            yield return $"{layer.Path}: {layer.Class}, ours {mine?.Class ?? "missing"}";
            yield break;
        }

        foreach (var (option, value) in layer.Options)
        {
            var key = option == "axis" && layer.Class == "reduce" ? "axes" : option;
            var text = mine.Options.GetValueOrDefault(key, "missing");

            // A variable that is trained needs not say so.
            if (!Same(text, value, golden) && !(option == "trainable" && value == "True"))
            {
                yield return $"{layer.Path}: {option} is {value}, ours {text}";
            }
        }

        // What RETURNN would take by default, and the dims, are written out.
        string[] mayBeMore =
        [
            "out_shape",
            "use_time_mask",
            "init",
            "name_scope",
            "axes",
            "reverse",
            "dropout_noise_shape",
            "dropout_on_forward",
        ];
        foreach (var option in mine.Options.Keys.Except(mayBeMore).Except(layer.Options.Keys))
        {
            yield return $"{layer.Path}: {option} only in ours";
        }
    }

    // The golden nets say "f" and "t" in places, and list axes in any order.
    private static bool Same(string mine, string value, NetSummary golden) =>
        value switch
        {
            "\"f\"" => mine is "[in:3]" or "in:3" or "[out:4]",
            "\"t\"" => mine is "[time:?]",
            "[batch_dim, time:?]" => mine is "[batch_dim, time:?]",
            _ => mine
                == golden
                    .Layers.Select(layer => layer.Path)
                    .Aggregate(
                        value,
                        (text, name) =>
                            text.Replace($"\"{name}\"", $"\"{Ours(name, golden)}\"", StringComparison.Ordinal)
                    ),
        };

    private static string OptionsOf(NetSummary net, string layerClass, string[] free) =>
        string.Join(
            ' ',
            net.Layers.Single(layer => layer.Class == layerClass)
                .Options.Where(option => !free.Contains(option.Key))
                .OrderBy(option => option.Key, StringComparer.Ordinal)
                .Select(option => $"{option.Key}={option.Value}")
        );

    // Variables are called as their parameters, and the train flag has a name of its own.
    private static string Ours(string path, NetSummary golden) =>
        golden.Layers.FirstOrDefault(layer => layer.Path == path)?.Class switch
        {
            "variable" => path + ".param",
            "train_flag" => "train_flag",
            _ => path,
        };

    private static string ShapeOf(GoldenLayer layer) =>
        layer.Dims.Count == 0
            ? "set()"
            : $"{{{string.Join(", ", layer.Dims.Select(DimText).Order(StringComparer.Ordinal))}}}";

    private static string DimText(GoldenDim dim) =>
        dim.Kind == "batch"
            ? "batch_dim"
            : $"{dim.Name}:{dim.Size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}";
}
