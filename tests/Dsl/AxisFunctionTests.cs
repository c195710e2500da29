using NetDsl.Emit;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Dsl;

/// <summary>The dims that come out of functions that change dims.</summary>
public sealed class AxisFunctionTests
{
    private static readonly Dim key = Dim.Feature("key", 1);
    private static readonly Dim value = Dim.Feature("value", 2);
    private static readonly Dim other = Dim.Dynamic("other");
    private static readonly Dim two = Dim.Spatial("two", 2);
    private static readonly Dim one = Dim.Spatial("one", 1);

    public static TheoryData<string, string> Results { get; } =
        new()
        {
            { "replaced", "[batch, other:?, in:3]" },
            { "replaced by itself", "[batch, time:?, in:3]" },
            { "merged", "[batch, time*in:?]" },
            { "merged the other way round", "[batch, in*time:?]" },
            { "merged into a dim", "[batch, other:?]" },
            { "merged features", "[batch, time:?, two*in:6]" },
            { "split", "[batch, time:?, one:1, new:3]" },
            { "split time", "[batch, other:?, two:2, in:3]" },
            { "split again", "[batch, two:2, time:?, in:3]" },
            { "first part", "[batch, time:?, key:1]" },
            { "second part", "[batch, time:?, value:2]" },
            { "equal parts", "[batch, time:?, key:1] [batch, time:?, key:1] [batch, time:?, key:1]" },
            { "expanded", "[batch, time:?, in:3, two:2]" },
            { "expanded by features", "[batch, time:?, in:3, key:1]" },
            { "squeezed", "[batch, time:?, in:3]" },
            { "joined", "[batch, time:?, value+key:3]" },
            { "joined with itself", "[batch, time:?, 2*in:6]" },
            { "joined in time", "[batch, time+other:?, in:3]" },
            { "joined into a dim", "[batch, time:?, six:6]" },
            { "stacked", "[batch, time:?, in:3, two:2]" },
            { "stacked with less", "[batch, time:?, in:3, two:2]" },
            { "padded", "[batch, (1+time)+2:?, in:3]" },
            { "padded in front", "[batch, 1+time:?, in:3]" },
            { "padded by nothing", "[batch, time:?, in:3]" },
            { "window", "[batch, time:?, two:2, in:3]" },
            { "window with a stride", "[batch, ceil(time/2):?, two:2, in:3]" },
            { "window within", "[batch, time-1:?, two:2, in:3]" },
            { "resized", "[batch, time*2:?, in:3]" },
            { "slice from", "[batch, -1+time:?, in:3]" },
            { "slice to the end", "[batch, time-1:?, in:3]" },
            { "slice within", "[batch, (-1+time)-2:?, in:3]" },
            { "slice to a place", "[batch, time_0_2:2, in:3]" },
            { "slice of features", "[batch, time:?, in_1_3:2]" },
            { "slice with steps", "[batch, ceil(time/2):?, in:3]" },
            { "slice into", "[batch, other:?, in:3]" },
            { "slice from a tensor", "[batch, two:2, in:3]" },
            { "shifted", "[batch, time:?, in:3]" },
            { "not shifted", "[batch, time:?, in:3]" },
            { "reversed", "[batch, time:?, in:3]" },
            { "reversed features", "[batch, time:?, in:3]" },
            { "repeated", "[batch, other:?, in:3]" },
            { "lengths", "[batch]" },
            { "length of features", "[]" },
            { "mask", "[time:?, batch]" },
            { "masked", "[batch, time:?, in:3]" },
            { "range in time", "[time:?]" },
            { "range", "[two:2]" },
            { "pooled", "[batch, ceil(time/2):?, in:3]" },
            { "pooled within", "[batch, ceil((time-1)/2):?, in:3]" },
        };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_function_says_which_dims_come_out(string what, string dims)
    {
        var found = "";
        var net = Sample.Of(s =>
        {
            var tensors = Of(what, s);
            s.Net.Output(s.Data);
            found = string.Join(' ', tensors.Select(tensor => tensor.Dims));
            for (var index = 0; index < tensors.Count; index++)
            {
                s.Net.Output(tensors[index], $"result_{index}");
            }
        });

        Assert.Equal(dims, found);

        // What is emitted is checked against what RETURNN would infer.
        Assert.Empty(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    public static TheoryData<string, WindowPadding, int, int, int, string> Convolutions { get; } =
        new()
        {
            { "time", WindowPadding.Same, 3, 1, 1, "time:?" },
            { "time", WindowPadding.Same, 4, 1, 2, "time:?" },
            { "time", WindowPadding.Same, 3, 2, 1, "ceil(time/2):?" },
            { "time", WindowPadding.Valid, 1, 1, 1, "time:?" },
            { "time", WindowPadding.Valid, 3, 1, 1, "(-1+time)-1:?" },
            { "time", WindowPadding.Valid, 3, 1, 2, "(-2+time)-2:?" },
            { "time", WindowPadding.Valid, 2, 3, 1, "ceil((time-1)/3):?" },
            { "width", WindowPadding.Valid, 3, 2, 1, "ceil(((-1+width)-1)/2):4" },
            { "width", WindowPadding.Same, 3, 2, 1, "ceil(width/2):5" },
        };

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void A_convolution_leaves_an_entry_for_each_place_of_the_window(
        string along,
        WindowPadding padding,
        int size,
        int stride,
        int dilation,
        string dim
    )
    {
        var width = Dim.Spatial("width", 10);
        Dim left = one;
        var net = Sample.Of(s =>
        {
            var filter = new Parameter([Dim.Spatial("kernel", size), s.In, s.Out], name: "filter");
            var axis = along == "time" ? s.Time : width;
            var x = ExpandDim(s.Data, width);
            var y = Conv(x, filter, s.In, [axis], s.Out, padding, strides: [stride], dilations: [dilation]);
            left = y.Dims[2];
            Assert.True(dim != "time:?" || ReferenceEquals(left, s.Time));
            s.Net.Output(y);
        });

        Assert.Equal(dim, left.ToString());
        Assert.Empty(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    [Fact]
    public void A_convolution_of_images_treats_further_dims_as_the_batch()
    {
        var (width, height, cameras) = (Dim.Spatial("width", 7), Dim.Spatial("height", 6), Dim.Spatial("cameras", 5));
        var net = Sample.Of(s =>
        {
            var x = ExpandDim(ExpandDim(ExpandDim(s.Data, width), height), cameras);
            var kernel = new Parameter([Dim.Spatial("kw", 3), Dim.Spatial("kh", 2), s.In, s.Out], name: "filter");
            var y = Conv(x, kernel, s.In, [width, height], s.Out, WindowPadding.Valid, strides: [2, 1]);
            Assert.Equal("[batch, time:?, cameras:5, ceil(((-1+width)-1)/2):3, height-1:5, out:4]", y.Dims.ToString());
            s.Net.Output(y);
        });

        Assert.Empty(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    [Fact]
    public void The_filter_of_a_depthwise_convolution_has_the_features_of_one_group()
    {
        var net = Sample.Of(s =>
        {
            var outer = Dim.Feature("outer", 6);
            var filter = new Parameter([Dim.Spatial("kernel", 3), s.In.FloorDiv(3), outer], name: "filter");
            var y = Conv(s.Data, filter, s.In, [s.Time], outer, groups: 3);
            Assert.Equal("[batch, time:?, outer:6]", y.Dims.ToString());
            s.Net.Output(y);
        });

        Assert.Empty(ConfigEmitter.Emit(net, Emitted.Options(Form.Python)).Diagnostics);
    }

    private static IReadOnlyList<Tensor> Of(string what, Sample s)
    {
        var (x, time, features) = (s.Data, s.Time, s.In);
        return what switch
        {
            "replaced" => [ReplaceDim(x, time, other)],
            "replaced by itself" => [ReplaceDim(x, time, time)],
            "merged" => [MergeDims(x, [time, features])],
            "merged the other way round" => [MergeDims(x, [features, time])],
            "merged into a dim" => [MergeDims(x, [time, features], into: other)],
            "merged features" => [MergeDims(ExpandDim(x, two), [two, features])],
            "split" => [SplitDims(x, features, [one, Dim.Feature("new", 3)])],
            "split time" => [SplitDims(x, time, [other, two])],
            "split again" => [SplitDims(MergeDims(ExpandDim(x, two), [two, time]), two * time, [two, time])],
            "first part" => [Split(x, features, [key, value])[0]],
            "second part" => [Split(x, features, [key, value])[1]],
            "equal parts" => Split(x, features, [key, key, key]),
            "expanded" => [ExpandDim(x, two)],
            "expanded by features" => [ExpandDim(x, key)],
            "squeezed" => [Squeeze(ExpandDim(x, one), one)],
            "joined" => [Joined(x, features)],
            "joined with itself" => [Concat([(x, features), (x, features)])],
            "joined in time" => [Concat([(x, time), (ReplaceDim(x, time, other), other)])],
            "joined into a dim" => [Concat([(x, features), (x, features)], into: Dim.Feature("six", 6))],
            "stacked" => [Stack([x, x], two)],
            "stacked with less" => [Stack([x, ReduceMean(x, [features])], two)],
            "padded" => [Pad(x, time, 1, 2)],
            "padded in front" => [Pad(x, time, 1, 0, PadKind.Reflect)],
            "padded by nothing" => [Pad(x, time, 0, 0)],
            "window" => [Window(x, time, two)],
            "window with a stride" => [Window(x, time, two, stride: 2, before: 1)],
            "window within" => [Window(x, time, two, WindowPadding.Valid)],
            "resized" => [Resize(x, time, 2, Interpolation.Linear)],
            "slice from" => [Slice(x, time, 1)],
            "slice to the end" => [Slice(x, time, end: -1)],
            "slice within" => [Slice(x, time, 1, -2)],
            "slice to a place" => [Slice(x, time, end: 2)],
            "slice of features" => [Slice(x, features, 1, 3)],
            "slice with steps" => [Slice(x, time, step: 2)],
            "slice into" => [Slice(x, time, 1, into: other)],
            "slice from a tensor" => [SliceFrom(x, time, Length(x, time) - 2, two)],
            "shifted" => [Shift(x, time, 1)],
            "not shifted" => [Shift(x, time, 0)],
            "repeated" => [Repeat(x, time, RangeInAxis(x, time), into: other)],
            "reversed" => [Reverse(x, time)],
            "reversed features" => [Reverse(x, features)],
            "lengths" => [Length(x, time)],
            "length of features" => [Length(x, features)],
            "mask" => [SequenceMask(x, time)],
            "masked" => [MaskFrames(x, time, 1.5)],
            "range in time" => [RangeInAxis(x, time)],
            "range" => [Range(two)],
            "pooled" => [Pool(x, PoolKind.Max, [time], [2], WindowPadding.Same)],
            "pooled within" => [Pool(x, PoolKind.Average, [time], [2])],
            _ => throw new ArgumentException(what),
        };
    }

    private static Tensor Joined(Tensor x, Dim features)
    {
        var parts = Split(x, features, [key, value]);
        return Concat([(parts[1], value), (parts[0], key)]);
    }
}
