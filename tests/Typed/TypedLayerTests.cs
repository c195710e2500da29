using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using NetDsl.Tests.Golden;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Typed;

public sealed class TypedLayerTests
{
    [Fact]
    public void A_layer_whose_dims_are_not_known_is_reported_once_at_its_line()
    {
        var net = Started(out var data, Dim.Batch, Dim.Feature("in", 9));
        var line = NextLine();
        var odd = ReturnnLayers.BatchMedianPooling(data, poolSize: 2);
        net.Output(odd * ReturnnLayers.Copy(odd));

        Assert.Equal([("ND2015", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_layer_whose_dims_are_not_known_says_what_to_do() =>
        Assert.Equal(
            "The dims that come out of batch_median_pooling are not known. Declare them: outShape: [...].",
            OnlyMessage(s => ReturnnLayers.BatchMedianPooling(s.Data, poolSize: 2))
        );

    [Fact]
    public void A_part_whose_dims_are_not_known_is_named_by_its_layer() =>
        Assert.Equal(
            "The dims that come out of rec/state are not known. Declare them: outShape: [...].",
            OnlyMessage(s => Rec(s).Sub("state"))
        );

    [Fact]
    public void Options_that_are_not_given_are_not_written() =>
        Assert.Equal(
            ["from", "activation", "out_shape", "is_output_layer"],
            Layer(s => ReturnnLayers.Activation(s.Data, Activation.Relu)).Options.Keys
        );

    [Fact]
    public void A_layer_with_variables_has_their_scope() =>
        Assert.Equal("\"linear\"", Layer(s => ReturnnLayers.Linear(s.Data, outDim: s.In)).Options["name_scope"]);

    [Fact]
    public void Variables_of_a_recurrent_layer_are_where_RETURNN_puts_them() =>
        Assert.Equal(
            "\"rec/rec\"",
            Layer(s => ReturnnLayers.Rec(s.Data, unit: Cell.StandardLstm, outDim: s.In)).Options["name_scope"]
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bias_makes_a_combination_one_with_variables(bool withBias) =>
        Assert.Equal(
            withBias,
            Layer(s => ReturnnLayers.Combine(s.Data, CombineKind.Add, withBias: withBias))
                .Options.ContainsKey("name_scope")
        );

    [Fact]
    public void A_number_where_a_layer_could_be_is_written_as_number() =>
        Assert.Equal("1", Layer(s => Gathered(s, 1)).Options["position"]);

    [Fact]
    public void A_tensor_where_a_number_could_be_is_written_as_layer() =>
        Assert.Equal(
            "\"data:first\"",
            Layer(s => Gathered(s, s.Net.Input("first", [Dim.Batch], type: DataType.Int32))).Options["position"]
        );

    [Fact]
    public void One_axis_alone_is_no_list() => Assert.Equal("time:?", Layer(s => Normed(s, s.Time)).Options["axis"]);

    [Fact]
    public void Several_axes_are_a_list() =>
        Assert.Equal("[time:?, \"f\"]", Layer(s => Normed(s, [s.Time, LayerAxis.Feature])).Options["axis"]);

    [Fact]
    public void The_axes_of_a_shape_are_a_list() =>
        Assert.Equal(
            "[batch, time:?, in:3]",
            Layer(s => Normed(s, s.Data.Dims)).Options["axis"].Replace("batch_dim", "batch", StringComparison.Ordinal)
        );

    [Fact]
    public void An_axis_by_role_is_its_word() =>
        Assert.Equal("\"t\"", Layer(s => Normed(s, LayerAxis.Time)).Options["axis"]);

    [Fact]
    public void A_list_of_axes_in_JSON_is_one_of_names() =>
        Assert.Equal(
            "[\"t\", \"dim:3\"]",
            Emitted.Summary(Sample.Of(s => s.Net.Output(Normed(s, [s.Time, s.In]), "x")), Form.Json)["x"].Options[
                "axis"
            ]
        );

    [Fact]
    public void An_axis_as_key_in_JSON_is_a_name() =>
        Assert.Equal(
            "{\"dim:3\": 2}",
            Emitted
                .Summary(
                    Sample.Of(s =>
                        s.Net.Output(ReturnnLayers.Tile(s.Data, multiples: OptionValue.Dict((s.In, 2))), "x")
                    ),
                    Form.Json
                )["x"]
                .Options["multiples"]
        );

    [Fact]
    public void An_input_as_target_is_its_key() =>
        Assert.Equal("\"data\"", Layer(s => WithLoss(s, s.Data)).Options["target"]);

    [Fact]
    public void A_layer_as_target_is_marked_as_layer() =>
        Assert.Equal(
            "\"layer:activation\"",
            Layer(s => WithLoss(s, ReturnnLayers.Activation(s.Data, Activation.Tanh))).Options["target"]
        );

    [Fact]
    public void A_layer_with_a_loss_is_built_although_nothing_reads_it()
    {
        var net = Sample.Of(s => WithLoss(s, s.Data));

        Assert.Equal("\"mse\"", Emitted.Summary(net)["copy"].Options["loss"]);
    }

    [Fact]
    public void A_layer_with_a_loss_of_its_own_can_be_minimised_otherwise_too()
    {
        var net = Sample.Of(s => s.Net.Loss("energy", WithLoss(s, s.Data)));

        Assert.Equal("\"as_is\"", Emitted.Summary(net)["energy"].Options["loss"]);
    }

    [Fact]
    public void A_layer_declared_as_output_layer_may_be_an_output()
    {
        var layer = Layer(s => ReturnnLayers.Copy(s.Data, common: new() { IsOutputLayer = true }));

        Assert.Equal("True", layer.Options["is_output_layer"]);
    }

    [Fact]
    public void A_required_option_cannot_be_null() =>
        Assert.Equal(
            "filterSize",
            Assert
                .Throws<ArgumentNullException>(() =>
                    Layer(s => ReturnnLayers.Conv(s.Data, filterSize: null!, padding: Padding.Same))
                )
                .ParamName
        );

    [Fact]
    public void Only_a_layer_by_class_name_has_parts() =>
        Assert.Throws<ArgumentException>(() => Layer(s => s.Data.Sub("1", s.Data.Dims)));

    [Fact]
    public void A_split_has_no_part_beyond_its_dims() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Layer(s => ReturnnLayers.Split(s.Data, axis: s.In, outDims: [s.In]).Part(1))
        );

    [Fact]
    public void Only_top_k_has_indices() =>
        Assert.Throws<ArgumentException>(() => Layer(s => ReturnnLayers.Copy(s.Data).Indices()));

    [Fact]
    public void A_part_has_no_name_of_its_own() =>
        Assert.Throws<InvalidOperationException>(() => Layer(s => Rec(s).Sub("state", s.Data.Dims).Named("mine")));

    [Fact]
    public void A_part_that_is_an_output_is_copied()
    {
        var first = Dim.Feature("first", 1);
        var net = Sample.Of(s =>
        {
            var split = ReturnnLayers.Split(s.Data, axis: s.In, outDims: [first, Dim.Feature("rest", 2)]);
            s.Net.Output(split.Part(0), "x");
        });

        Assert.Equal("\"split/0\"", Emitted.Summary(net)["x"].Options["from"]);
    }

    private static Tensor Rec(Sample s) =>
        ReturnnLayers.Rec(
            s.Data,
            unit: OptionValue.Dict(
                ("output", OptionValue.Dict(("class", "copy"), ("from", "data:source"))),
                ("state", OptionValue.Dict(("class", "copy"), ("from", "data:source"), ("is_output_layer", true)))
            ),
            outShape: s.Data.Dims
        );

    private static Tensor WithLoss(Sample s, Tensor target) =>
        ReturnnLayers.Copy(s.Data, common: new() { Loss = LossKind.MeanSquaredError, Target = target });

    private static Tensor Gathered(Sample s, Tensor position) =>
        ReturnnLayers.Gather(s.Data, axis: s.In, position: position);

    private static Tensor Normed(Sample s, LayerAxes axis) => ReturnnLayers.MathNorm(s.Data, p: 2, axis: axis);

    private static LayerSummary Layer(Func<Sample, Tensor> record) =>
        Emitted.Summary(Sample.Of(s => s.Net.Output(record(s), "x")))["x"];

    private static string OnlyMessage(Func<Sample, Tensor> record)
    {
        var found = Assert.Single(Diagnostics(Sample.Of(s => s.Net.Output(record(s)))));
        return $"{found.Message} {found.Suggestion}";
    }
}
