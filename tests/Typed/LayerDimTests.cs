using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Typed;

/// <summary>Dims that come out of typed layers without being declared.</summary>
public sealed class LayerDimTests
{
    [Theory]
    [InlineData(1, "[batch, time:?, out:4]")]
    [InlineData(3, "[batch, ceil(time/3):?, out:4]")]
    public void A_same_convolution_leaves_one_entry_a_stride(int stride, string dims) =>
        Assert.Equal(dims, Dims(s => Conv(s, Padding.Same, stride)));

    [Fact]
    public void A_valid_convolution_leaves_what_the_filter_can_stand_on() =>
        Assert.Equal("[batch, (-1+time)-1:?, out:4]", Dims(s => Conv(s, Padding.Valid, 1)));

    [Fact]
    public void The_same_formula_is_the_same_dim() =>
        Assert.Equal("[batch, ceil(time/2):?, out:4]", Dims(s => Conv(s, Padding.Same, 2) + Conv(s, Padding.Same, 2)));

    [Fact]
    public void A_dim_given_for_a_result_is_what_the_result_has() =>
        Assert.Equal(
            "[batch, short:?, out:4]",
            Dims(s => Conv(s, Padding.Same, 2, outSpatialDims: [Dim.Dynamic("short")]))
        );

    [Fact]
    public void A_dim_given_once_for_a_formula_is_its_name_from_then_on() =>
        Assert.Equal(
            "[batch, short:?, out:4]",
            Dims(s =>
            {
                var first = Conv(s, Padding.Same, 2, outSpatialDims: [Dim.Dynamic("short")]);
                return first + Conv(s, Padding.Same, 2);
            })
        );

    [Fact]
    public void A_dim_of_the_same_length_is_as_good_in_a_declaration() =>
        Assert.Empty(
            Codes(s =>
                Conv(
                    s,
                    Padding.Same,
                    2,
                    outSpatialDims: [Dim.Dynamic("short")],
                    outShape: [Dim.Batch, s.Time.CeilDiv(2), s.Out]
                )
            )
        );

    [Fact]
    public void Pooling_makes_an_axis_shorter() =>
        Assert.Equal(
            "[batch, ceil(time/2):?, in:3]",
            Dims(s =>
                ReturnnLayers.Pool(s.Data, PoolMode.Max, poolSize: [2], padding: Padding.Same, inSpatialDims: [s.Time])
            )
        );

    [Fact]
    public void Two_sources_have_their_features_in_a_row() =>
        Assert.Equal("[batch, time:?, 2*in:6]", Dims(s => ReturnnLayers.Copy([s.Data, s.Data])));

    [Fact]
    public void A_window_is_a_new_axis_if_it_has_a_dim() =>
        Assert.Equal(
            "[window:5, time:?, batch, in:3]",
            Dims(s => ReturnnLayers.Window(s.Data, axis: s.Time, windowDim: Dim.Spatial("window", 5)))
        );

    [Fact]
    public void An_axis_that_only_RETURNN_makes_is_asked_for() =>
        Assert.Equal(["ND2015"], Codes(s => ReturnnLayers.Window(s.Data, axis: s.Time, windowSize: 5)));

    [Fact]
    public void The_axis_that_is_no_dim_of_the_model_is_named() =>
        Assert.Equal(
            "The dims that come out of window are not known: its axis window_0:window:5 is no dim of the model. "
                + "Give the layer a dim for it, such as outDim, where it takes one.",
            Message(s => ReturnnLayers.Window(s.Data, axis: s.Time, windowSize: 5))
        );

    [Fact]
    public void Merged_dims_are_their_product() =>
        Assert.Equal("[batch, time*in:?]", Dims(s => ReturnnLayers.MergeDims(s.Data, axes: [s.Time, s.In])));

    [Fact]
    public void An_axis_by_role_is_found() =>
        Assert.Equal("[batch, in:3]", Dims(s => ReturnnLayers.Reduce(s.Data, Reduction.Max, axes: LayerAxis.Time)));

    [Fact]
    public void Indices_point_into_the_axis_they_were_found_along() =>
        Assert.Equal("in", Result(s => Best(s).Indices()).Sparse?.Name);

    [Fact]
    public void A_part_of_a_split_has_its_dim() =>
        Assert.Equal(
            "[batch, time:?, b:2]",
            Dims(s => ReturnnLayers.Split(s.Data, outDims: [Dim.Feature("a", 1), Dim.Feature("b", 2)]).Part(1))
        );

    [Fact]
    public void A_comparison_is_true_or_false() =>
        Assert.Equal(
            DataType.Bool,
            Result(s => ReturnnLayers.Compare(s.Data, kind: CompareKind.Greater, value: 0)).Type
        );

    [Fact]
    public void A_layer_in_an_option_says_which_dims_there_are() =>
        Assert.Equal(
            "[batch, time:?, best:2]",
            Dims(s => ReturnnLayers.Gather(s.Data, axis: s.In, position: Best(s).Indices()))
        );

    [Fact]
    public void Other_dims_than_declared_are_reported_at_the_users_line()
    {
        var net = Started(out var data, Dim.Batch, Dim.Feature("in", 9));
        var line = NextLine();
        net.Output(ReturnnLayers.Copy(data, outShape: [Dim.Batch]));

        Assert.Equal([("ND2034", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_axis_that_a_source_does_not_have_is_reported_at_the_users_line()
    {
        var net = Started(out var data, Dim.Batch, Dim.Feature("in", 9));
        var line = NextLine();
        net.Output(ReturnnLayers.Reduce(data, Reduction.Mean, axes: Dim.Spatial("other", 9)));

        Assert.Equal([("ND2030", line)], CodesAndLines(net));
    }

    [Fact]
    public void What_reads_a_faulty_layer_is_not_reported() =>
        Assert.Equal(
            ["ND2030"],
            Codes(s =>
            {
                var faulty = ReturnnLayers.Reduce(s.Data, Reduction.Mean, axes: Dim.Spatial("other", 9));
                return ReturnnLayers.Reduce(faulty, Reduction.Mean, axes: Dim.Spatial("third", 9));
            })
        );

    [Fact]
    public void Sources_that_leave_no_whole_may_be_declared() => Assert.Empty(Codes(s => Sum(s, declared: true)));

    [Fact]
    public void Sources_that_leave_no_whole_are_reported_else() =>
        Assert.Equal(["ND2031"], Codes(s => Sum(s, declared: false)));

    [Fact]
    public void Two_nets_do_not_share_what_dims_are_declared_to_be()
    {
        var (time, halved) = (Dim.Dynamic("time"), Dim.Dynamic("short"));
        Assert.Equal("[batch, short:?, in:3]", Halved("first", time, [halved]));
        Assert.Equal("[batch, ceil(time/2):?, in:3]", Halved("second", time, outSpatialDims: null));
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(16, "ND2032")]
    public void Early_behavior_versions_match_dims_by_size(int version, string? code)
    {
        var net = new Net("old") { Training = new() { BehaviorVersion = version } };
        var left = net.Input("left", [Dim.Batch, Dim.Spatial("a", 3)]);
        var right = net.Input("right", [Dim.Batch, Dim.Spatial("b", 3)]);
        net.Loss("loss", ReturnnLayers.Combine([left, right], CombineKind.Add));

        Assert.Equal(code, Diagnostics(net).Select(found => found.Code).SingleOrDefault());
    }

    [Fact]
    public void A_net_inside_a_layer_is_declared() =>
        Assert.Equal(
            ["ND2015"],
            Codes(s =>
                ReturnnLayers.Subnetwork(
                    s.Data,
                    subnetwork: OptionValue.Dict(("output", OptionValue.Dict(("class", "copy"), ("from", "data"))))
                )
            )
        );

    [Fact]
    public void A_long_chain_of_layers_takes_no_longer_a_layer()
    {
        var net = Sample.Of(s =>
        {
            var tensor = s.Data;
            for (var index = 0; index < 3000; index++)
            {
                tensor = ReturnnLayers.PrefixInTime(tensor, axis: tensor.Dims[1], prefix: 0, repeat: 1);
            }

            s.Net.Output(tensor);
        });

        Assert.Empty(Diagnostics(net));
    }

    private static Tensor Best(Sample s) => ReturnnLayers.TopK(s.Data, axis: s.In, k: 2, kDim: Dim.Spatial("best", 2));

    private static Tensor Sum(Sample s, bool declared)
    {
        var left = s.Net.Input("left", [Dim.Batch, s.In]);
        var right = s.Net.Input("right", [Dim.Batch, s.Out]);
        return ReturnnLayers.Combine(
            [left, right],
            CombineKind.Add,
            outShape: declared ? [Dim.Batch, s.In, s.Out] : null
        );
    }

    private static Tensor Conv(
        Sample s,
        Padding padding,
        int stride,
        IReadOnlyList<Dim>? outSpatialDims = null,
        Shape? outShape = null
    ) =>
        ReturnnLayers.Conv(
            s.Data,
            filterSize: [3],
            padding: padding,
            strides: stride,
            inSpatialDims: [s.Time],
            outDim: s.Out,
            outSpatialDims: outSpatialDims,
            outShape: outShape
        );

    private static string Halved(string name, Dim time, IReadOnlyList<Dim>? outSpatialDims)
    {
        var net = new Net(name);
        var data = net.Input("data", [Dim.Batch, time, Dim.Feature("in", 3)]);
        return ReturnnLayers
            .Pool(
                data,
                PoolMode.Max,
                poolSize: [2],
                padding: Padding.Same,
                inSpatialDims: [time],
                outSpatialDims: outSpatialDims
            )
            .Dims.ToString();
    }

    // That RETURNN finds the same is what the check of the emitted config says.
    private static Tensor Result(Func<Sample, Tensor> record)
    {
        Tensor? result = null;
        var net = Sample.Of(s =>
        {
            result = record(s);
            s.Net.Output(result);
        });
        var emission = ConfigEmitter.Emit(net, Emitted.Options(Form.Python));
        Assert.Empty(ConfigChecker.Check(emission).Diagnostics.Select(found => found.Message));
        return result!;
    }

    private static string Dims(Func<Sample, Tensor> record) => Result(record).Dims.ToString();

    private static IEnumerable<string> Codes(Func<Sample, Tensor> record) =>
        Diagnostics(Sample.Of(s => s.Net.Output(record(s)))).Select(found => found.Code);

    private static string Message(Func<Sample, Tensor> record)
    {
        var found = Assert.Single(Diagnostics(Sample.Of(s => s.Net.Output(record(s)))));
        return $"{found.Message} {found.Suggestion}";
    }
}
