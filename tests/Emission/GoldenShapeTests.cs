using NetDsl.Tests.Golden;
using NetDsl.Tests.Inference;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>Functions that change dims are emitted as the layers that RETURNN ran, and their dims are those that it reported.</summary>
public sealed class GoldenShapeTests
{
    // Ours are written with the filter and the bias outside of the layer, and with what defaults say.
    private static readonly string[] notCompared = ["filter_size", "with_bias"];

    private static readonly Dictionary<string, Func<Sample, Tensor, Tensor>> models = new()
    {
        ["conv1d_same_s1_d1"] = (s, x) => Convolve(s, x, WindowPadding.Same, 1, 1),
        ["conv1d_same_s1_d2"] = (s, x) => Convolve(s, x, WindowPadding.Same, 1, 2),
        ["conv1d_same_s2_d1"] = (s, x) => Convolve(s, x, WindowPadding.Same, 2, 1),
        ["conv1d_valid_s1_d1"] = (s, x) => Convolve(s, x, WindowPadding.Valid, 1, 1),
        ["conv1d_valid_s1_d2"] = (s, x) => Convolve(s, x, WindowPadding.Valid, 1, 2),
        ["conv1d_valid_s3_d1"] = (s, x) => Convolve(s, x, WindowPadding.Valid, 3, 1),
        ["conv1d_depthwise"] = (s, x) =>
        {
            var output = Dim.Feature("o3", 3);
            return Conv(x, Filter(s.In.FloorDiv(3), output), s.In, [s.Time], output, groups: 3).Named("y");
        },
        ["conv2d_subsample"] = (s, x) =>
        {
            var (one, width) = (Dim.Feature("one", 1), s.In);
            var filter = new Parameter([Dim.Spatial("kt", 3), Dim.Spatial("kf", 3), one, s.Out], name: "filter/param");
            var expanded = ExpandDim(x, one).Named("e");
            var convolved = Conv(expanded, filter, one, [s.Time, width], s.Out, strides: [2, 1]).Named("c");
            return MergeDims(convolved, [width, s.Out]).Named("y");
        },
        ["pool1d_max_same"] = (s, x) => Pool(x, PoolKind.Max, [s.Time], [2], WindowPadding.Same).Named("y"),
        ["pad_time"] = (s, x) => Pad(x, s.Time, 1, 2).Named("y"),
        ["resize_time_x2"] = (s, x) => Resize(x, s.Time, 2).Named("y"),
        ["window"] = (s, x) => Window(x, s.Time, Dim.Spatial("y:window", 3)).Named("y"),
        ["length"] = (s, x) => Length(x, s.Time).Named("y"),
        ["range_in_axis"] = (s, x) => RangeInAxis(x, s.Time, DataType.Float32).Named("y"),
        ["seq_len_mask"] = (s, x) => MaskFrames(x, s.Time).Named("y"),
        ["split_concat"] = (s, x) =>
        {
            var (six, a, b) = (Dim.Feature("six", 6), Dim.Feature("a", 2), Dim.Feature("b", 4));
            var h = Dot(x, new Parameter([s.In, six], name: "m/param"), s.In).Named("h");
            var parts = Split(h, six, [a, b]);
            parts[0].Node.Inputs[0].Named("s");
            return Concat([(parts[1], b), (parts[0], a)]).Named("y");
        },
    };

    public static TheoryData<string> Names => [.. models.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_has_the_options_that_RETURNN_ran(string name)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case(name).Config);
        var ours = Emitted.Summary(Of(name));

        Findings.None(
            from layer in golden.Layers
            where layer.Path is "c" or "e" or "s" or "y"
            from option in layer.Options
            where !notCompared.Contains(option.Key) && !IsDerived(layer, option.Key)
            let found = ours[layer.Path].Options.GetValueOrDefault(option.Key)
            where Listed(found) != Listed(option.Value)
            select $"{layer.Path}: {option.Key} is {found}, RETURNN ran {option.Value}"
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_has_the_dims_that_RETURNN_reported(string name)
    {
        var golden = GoldenFiles.Case(name);
        var inferred = InferredConfig.Of(Emitted.Text(Of(name)));
        var compared = golden
            .Layers.Where(layer => layer.Key is "c" or "e" or "x" or "y")
            .ToDictionary(StringComparer.Ordinal);

        Findings.None([
            .. inferred.Faults.Select(fault => fault.Message),
            .. Agreement.OfLayers(inferred, compared),
            .. Agreement.Missing(inferred, compared),
        ]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_has_a_dim_for_each_that_RETURNN_reported(string name)
    {
        var golden = GoldenFiles.Case(name).Layers["y"];
        Tensor? result = null;
        Sample.Of(s => result = models[name](s, Scaled(s)));

        Assert.Equal(
            golden.Dims.Select(dim => (dim.Kind, dim.Size)).Order(),
            result!.Dims.Select(dim => (dim.Kind.ToString().ToLowerInvariant(), dim.Size)).Order()
        );
    }

    private static Net Of(string name) => Sample.Of(s => s.Net.Output(models[name](s, Scaled(s))));

    private static Tensor Scaled(Sample s) => (s.Data * new Parameter([s.In], name: "w/param")).Named("x");

    private static Tensor Convolve(Sample s, Tensor x, WindowPadding padding, int stride, int dilation) =>
        Conv(x, Filter(s.In, s.Out), s.In, [s.Time], s.Out, padding, strides: [stride], dilations: [dilation])
            .Named("y");

    private static Parameter Filter(Dim input, Dim output) =>
        new([Dim.Spatial("kernel", 3), input, output], name: "filter/param");

    // RETURNN makes these dims itself.
    private static bool IsDerived(LayerSummary layer, string option) =>
        (layer.Class, option) is ("merge_dims" or "concat", "out_dim") or ("window", "window_size");

    // A tuple, a list, and one number for all say the same.
    private static string? Listed(string? value) =>
        value?.Replace('(', '[').Replace(')', ']').Replace(",]", "]", StringComparison.Ordinal).Trim('[', ']');
}
