using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>What modules with windows yield, and what they say of tensors and numbers that do not fit.</summary>
public sealed class ConvModuleTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim channels = Dim.Feature("channels", 4);
    private static readonly Dim one = Dim.Feature("one", 1);

    [Theory]
    [InlineData(WindowPadding.Same, 1, 1)]
    [InlineData(WindowPadding.Same, 2, 1)]
    [InlineData(WindowPadding.Valid, 1, 1)]
    [InlineData(WindowPadding.Valid, 3, 2)]
    public void The_dim_that_is_left_is_told_beforehand(WindowPadding padding, int stride, int dilation)
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var conv = new Conv1d(channels, 3, padding: padding, stride: stride, dilation: dilation);

        Assert.Equal([Dim.Batch, conv.LeftOf(time), channels], conv.Call(x).Dims);
    }

    [Fact]
    public void A_strided_padded_convolution_leaves_the_length_divided_and_rounded_up() =>
        Assert.Same(time.CeilDiv(2), new Conv1d(channels, 3, stride: 2).LeftOf(time));

    [Fact]
    public void Over_two_dims_each_is_told_beforehand()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var conv = new Conv2d(channels, (3, 5), padding: WindowPadding.Valid, strides: (2, 1));
        var (rows, columns) = conv.LeftOf(time, features);

        Assert.Equal([Dim.Batch, rows, columns, channels], conv.Call(ExpandDim(x, one), time, features).Dims);
        Assert.Equal(5, columns.Size);
    }

    [Fact]
    public void A_filter_has_the_window_then_the_features_of_a_group_then_the_output()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var conv = new Conv1d(Dim.Feature("six", 6), 5, groups: 3);
        conv.Call(x);

        Assert.Equal([5, 3, 6], conv.Weight!.Dims.Select(dim => dim.Size));
        Assert.Equal([6], conv.Bias!.Dims.Select(dim => dim.Size));
        Assert.Same(features, conv.Input);
    }

    [Fact]
    public void A_transposed_convolution_makes_the_dim_longer()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var same = new TransposedConv1d(channels, 3, 2);
        var valid = new TransposedConv1d(features, 3, 2, padding: WindowPadding.Valid);

        Assert.Equal([Dim.Batch, time * 2, channels], same.Call(x).Dims);
        Assert.Equal([Dim.Batch, (time * 2) + 1, features], valid.Call(x).Dims);
    }

    [Fact]
    public void A_front_end_leaves_what_it_tells_beforehand()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var front = new ConvSubsampling([
            new(Dim.Feature("c1", 2)) { Pool = (2, 2) },
            new(channels) { Strides = (3, 1), FilterSize = (5, 5) },
        ]);
        var (frames, bands) = front.LeftOf(time, features);

        Assert.Equal([Dim.Batch, frames, bands * channels], front.Call(x).Dims);
        Assert.Same(time.CeilDiv(6), frames);
        Assert.Equal(5, bands.Size);
    }

    [Fact]
    public void A_front_end_with_a_linear_map_yields_its_output()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var model = Dim.Feature("model", 8);

        Assert.Equal([Dim.Batch, time, model], new ConvSubsampling([new(channels)], model).Call(x).Dims);
    }

    [Fact]
    public void A_residual_net_leaves_what_it_tells_beforehand()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var net = new ResNet([new(Dim.Feature("c1", 2), 2), new(channels, 1) { Strides = (2, 2) }]);
        var (frames, bands) = net.LeftOf(time, features);

        Assert.Equal([Dim.Batch, frames, bands * channels], net.Call(x).Dims);
        Assert.Equal((time.CeilDiv(2), 5), (frames, bands.Size));
    }

    [Fact]
    public void A_block_that_changes_nothing_adds_its_input()
    {
        Assert.Null(new ResNetBlock(channels, channels).Shortcut);
        Assert.NotNull(new ResNetBlock(one, channels).Shortcut);
        Assert.NotNull(new ResNetBlock(channels, channels, strides: (1, 2)).Shortcut);
    }

    [Fact]
    public void A_jump_block_weighs_all_dims_of_fixed_size()
    {
        _ = Started(out var x, Dim.Batch, time, features);
        var block = new LaceBlock(channels, jumps: 1);
        var y = block.Call(ExpandDim(x, one), time, features);

        Assert.Equal([features.CeilDiv(2), channels], block.Attention!.Dims);
        Assert.Equal([Dim.Batch, time.CeilDiv(2), features.CeilDiv(2), channels], y.Dims);
    }

    public static TheoryData<string, Action<Tensor>, string> Findings { get; } =
        new()
        {
            {
                "ND2075",
                x => new Conv2d(channels, (3, 3)).Call(x, time, features),
                "Conv2d moves over time:? and in:9 and finds no feature dim beside in [batch, time:?, in:9]."
            },
            {
                "ND2075",
                x => new TransposedConv1d(channels, 3, 2).Call(x, features),
                "TransposedConv1d moves over in:9 and finds no feature dim beside in [batch, time:?, in:9]."
            },
            {
                "ND2076",
                x => new Conv1d(channels, 3, groups: 4).Call(x),
                "Conv1d cannot divide in:9 into 4 groups, in [batch, time:?, in:9]."
            },
            {
                "ND2013",
                x => new Conv1d(channels, 3).Call(ReduceMean(x, [time])),
                "Conv1d runs along one dynamic dim, but its input has the dims [batch, in:9]."
            },
            {
                "ND2013",
                x => new ConvSubsampling([new(channels)]).Call(ReduceMean(x, [time])),
                "ConvSubsampling runs along one dynamic dim, but its input has the dims [batch, in:9]."
            },
        };

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_module_that_cannot_go_on_says_why_at_the_line_of_its_call(
        string code,
        Action<Tensor> call,
        string message
    )
    {
        _ = Started(out var x, Dim.Batch, time, features);

        var found = Assert.Single(Assert.Throws<ModelException>(() => call(x)).Diagnostics);
        Assert.Equal((code, message), (found.Code, found.Message));
        Assert.EndsWith("ConvModuleTests.cs", found.Location.Path, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<Tensor>> Faults { get; } =
        new()
        {
            { "ND2041", x => new Conv1d(channels, 3, features).Call(ExpandDim(x, channels), time) },
            { "ND2041", x => new TransposedConv1d(channels, 3, 2, features).Call(ExpandDim(x, channels), time) },
            {
                "ND2047",
                x => new ConvSubsampling([new(one), new(channels)], padding: WindowPadding.Valid).Call(Short(x))
            },
            { "ND2045", x => new TransposedConv1d(channels, 3, 2).Call(ReduceMean(x, [Dim.Batch])) },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_does_not_fit_is_reported_once_when_the_net_is_built(string code, Action<Tensor> call)
    {
        var net = Started(out var x, Dim.Batch, time, features);
        call(x);

        var found = Assert.Single(Diagnostics(net));
        Assert.Equal(code, found.Code);
        Assert.EndsWith("ConvModuleTests.cs", found.Location.Path, StringComparison.Ordinal);
    }

    public static TheoryData<Action> Mistakes { get; } =
    [
        () => new Conv1d(channels, 0),
        () => new Conv1d(channels, 3, stride: 0),
        () => new Conv1d(channels, 3, dilation: 0),
        () => new Conv1d(channels, 3, groups: 0),
        () => new Conv1d(channels, 3, groups: 3),
        () => new Conv1d(channels, 3, features, groups: 2),
        () => new Conv1d(channels, 3, padding: WindowPadding.Valid).LeftOf(Dim.Spatial("two", 2)),
        () => Conv1d.Depthwise(time, 3),
        () => new Conv2d(channels, (3, 0)),
        () => new Conv3d(channels, (3, 3, 3), strides: (1, 0, 1)),
        () => new TransposedConv1d(channels, 3, 0),
        () => new ConvSubsampling([]),
        () => new ConvSubsampling([new(channels) { Pool = (1, 0) }]),
        () => new ResNet([]),
        () => new ResNet([new(channels, 0)]),
        () => new LaceBlock(channels, jumps: -1),
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Numbers_that_make_no_sense_are_refused_at_once(Action make) =>
        Assert.ThrowsAny<ArgumentException>(make);

    private static Tensor Short(Tensor x) => Slice(x, features, end: 3);
}
