using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>What is said of functions that are told to change dims in ways that do not fit, at the line of the call.</summary>
public sealed class AxisDiagnosticTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim other = Dim.Dynamic("other");
    private static readonly Dim two = Dim.Spatial("two", 2);
    private static readonly Dim three = Dim.Feature("three", 3);
    private static readonly Dim output = Dim.Feature("out", 4);

    public static TheoryData<string, Action<Tensor>, string> Findings { get; } =
        new()
        {
            {
                "ND2002",
                x => ReplaceDim(x, other, time),
                "ReplaceDim over [other:?], but its operand has the dims {x}."
            },
            { "ND2002", x => Pad(x, other, 1, 1), "Pad over [other:?], but its operand has the dims {x}." },
            { "ND2002", x => Length(x, other), "Length over [other:?], but its operand has the dims {x}." },
            { "ND2002", x => Reverse(x, other), "Reverse over [other:?], but its operand has the dims {x}." },
            {
                "ND2002",
                x => Repeat(x, other, Length(x, time), two),
                "Repeat over [other:?], but its operand has the dims {x}."
            },
            {
                "ND2002",
                x => Repeat(x, time, Length(x, time), other),
                "Repeat over [time:?], but its operand has the dims [batch]."
            },
            { "ND2002", x => Slice(x, other), "Slice over [other:?], but its operand has the dims {x}." },
            { "ND2002", x => Shift(x, other, 1), "Shift over [other:?], but its operand has the dims {x}." },
            { "ND2002", x => Squeeze(x, two), "Squeeze over [two:2], but its operand has the dims {x}." },
            { "ND2002", x => Split(x, two, [two]), "Split over [two:2], but its operand has the dims {x}." },
            { "ND2002", x => MergeDims(x, [time, two]), "MergeDims over [two:2], but its operand has the dims {x}." },
            {
                "ND2002",
                x => Concat([(x, time), (x, other)]),
                "Concat over [other:?], but its operand has the dims {x}."
            },
            {
                "ND2003",
                x => Resize(Cast(x, DataType.Int32), time, 2, Interpolation.Linear),
                "Resize needs a real number, but its operand is int32."
            },
            { "ND2003", x => Repeat(x, time, x, other), "Repeat needs a whole number, but its operand is float32." },
            {
                "ND2003",
                x => SliceFrom(x, time, x, two),
                "SliceFrom needs a whole number, but its operand is float32."
            },
            { "ND2004", x => Concat([(x, time), (Cast(x, DataType.Int32), time)]), "Concat of float32 and int32." },
            {
                "ND2012",
                x => Pool(ReduceMean(x, [features]), PoolKind.Max, [time], [2]),
                "Pool finds no feature dim in [batch, time:?]."
            },
            { "ND2040", x => ReplaceDim(x, features, three), "ReplaceDim: in:9 and three:3 have other sizes." },
            {
                "ND2040",
                x => MergeDims(x, [features, time], into: three),
                "MergeDims: in*time:? does not have the size of three:3."
            },
            { "ND2040", x => SplitDims(x, features, [two, three]), "SplitDims: two:2 * three:3 is not in:9." },
            { "ND2040", x => SplitDims(x, time, [two, three]), "SplitDims: two:2 * three:3 is not time:?." },
            { "ND2040", x => Split(x, features, [two, three]), "Split: two:2 + three:3 is not in:9." },
            { "ND2040", x => Squeeze(x, features), "Squeeze: in:9 has more entries than one." },
            {
                "ND2040",
                x => Concat([(x, features), (x, features)], into: three),
                "Concat: 2*in:18 does not have the size of three:3."
            },
            { "ND2040", x => Stack([x, x, x], two), "Stack: 3 tensors along the dim two:2." },
            { "ND2040", x => Slice(x, features, end: 12), "Slice: in:9 ends before 12." },
            {
                "ND2040",
                x => Slice(x, features, 1, into: three),
                "Slice: three:3 does not have the size of the slice."
            },
            {
                "ND2040",
                x => Conv(x, Filter(three), features, [time], output, groups: 3),
                "Conv: 3 groups of in:9 and out:4 would have parts of entries."
            },
            {
                "ND2041",
                x => ReplaceDim(x, time, features),
                "ReplaceDim gives in:9 to a tensor that has it already: {x}."
            },
            { "ND2041", x => ExpandDim(x, features), "ExpandDim gives in:9 to a tensor that has it already: {x}." },
            {
                "ND2041",
                x => Split(x, features, [time]),
                "Split gives time:? to a tensor that has it already: [batch, time:?]."
            },
            {
                "ND2041",
                x => Conv(ExpandDim(x, output), Filter(features), features, [time], output),
                "Conv gives out:4 to a tensor that has it already: [batch, out:4]."
            },
            { "ND2042", x => MergeDims(x, [time, time]), "MergeDims names the dim time:? twice." },
            { "ND2042", x => MergeDims(x, [time]), "MergeDims needs at least 2 dims." },
            { "ND2042", x => SplitDims(x, features, [three, three]), "SplitDims names the dim three:3 twice." },
            { "ND2043", x => Split(x, time, [two]), "Split needs a dim of fixed size, and time:? has none." },
            {
                "ND2043",
                x => SplitDims(x, features, [two, other]),
                "SplitDims needs a dim of fixed size, and other:? has none."
            },
            { "ND2043", x => Window(x, time, other), "Window needs a dim of fixed size, and other:? has none." },
            {
                "ND2043",
                x => MaskFrames(x, features),
                "MaskFrames needs a dim with a length for each sequence, and in:9 has none."
            },
            {
                "ND2043",
                x => Repeat(x, time, RangeInAxis(x, time), two),
                "Repeat needs a dim with a length for each sequence, and two:2 has none."
            },
            {
                "ND2043",
                x => SliceFrom(x, features, Length(x, features), two),
                "SliceFrom needs a dim with a length for each sequence, and in:9 has none."
            },
            {
                "ND2044",
                x => Repeat(x, time, Cast(x, DataType.Int32), other),
                "Repeat of tensors whose other dims differ: [batch, time:?] and {x}."
            },
            {
                "ND2044",
                x => Concat([(x, time), (ExpandDim(x, two), time)]),
                "Concat of tensors whose other dims differ: [batch, in:9] and [batch, in:9, two:2]."
            },
            {
                "ND2044",
                x => Stack([x, ReplaceDim(x, time, other)], two),
                "Stack of tensors whose other dims differ: {x} and [batch, other:?, in:9]."
            },
            {
                "ND2045",
                x => MergeDims(x, [Dim.Batch, time]),
                "MergeDims cannot work along the batch, but its operand has the dims {x}."
            },
            {
                "ND2045",
                x => ReplaceDim(ReduceMean(x, [Dim.Batch]), time, Dim.Batch),
                "ReplaceDim cannot make a batch dim, but its operand has the dims [time:?, in:9]."
            },
            {
                "ND2045",
                x => Resize(ReduceMean(x, [Dim.Batch]), features, 2),
                "Resize needs a batch, but its operand has the dims [time:?, in:9]."
            },
            {
                "ND2046",
                x => Conv(x, Filter(three), features, [time], output),
                "Conv needs a filter of 1 dim of the window, in:9 and out:4, each a dim of its own, and this one is [kernel:3, three:3, out:4]."
            },
            {
                "ND2047",
                x => Conv(ExpandDim(x, two), Filter(features), features, [two], output, WindowPadding.Valid),
                "Conv leaves nothing of two:2."
            },
            { "ND2047", x => Slice(x, features, 9), "Slice leaves nothing of in:9." },
            {
                "ND2048",
                x => SplitDims(x, time, [time.CeilDiv(2), two]),
                "SplitDims pads time:? to a multiple, so ceil(time/2):? cannot be what is left of it."
            },
            {
                "ND2049",
                x => Pad(x, time, 1, 1, PadKind.Reflect),
                "Pad can put only a constant behind the sequences of time:?."
            },
        };

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_function_says_what_does_not_fit(string code, Action<Tensor> call, string message)
    {
        var net = Started(out var data, Dim.Batch, time, features);
        call(data);

        var found = Assert.Single(Diagnostics(net));
        Assert.Equal(
            (code, message.Replace("{x}", data.Dims.ToString(), StringComparison.Ordinal)),
            (found.Code, found.Message)
        );
    }

    [Fact]
    public void The_line_of_the_call_is_named_with_the_operand_and_a_way_out()
    {
        var net = Started(out _, Dim.Batch, features);
        var inputLine = NextLine();
        var x = net.Input("x", [Dim.Batch, time, features]);
        var line = NextLine();
        _ = SplitDims(x, features, [two, three]);

        Says(
            net,
            new("ND2040", line, "SplitDims: two:2 * three:3 is not in:9.", "Make dims with sizes that fit.")
            {
                Related = [(inputLine, "the operand: data [batch, time:?, in:9]")],
            }
        );
    }

    [Fact]
    public void What_follows_from_a_mistake_is_not_reported_again()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var parts = Split(data, features, [two, three]);
        net.Output(Concat([(parts[0], two), (parts[1], three)]));

        Assert.Equal(["ND2040"], Diagnostics(net).Select(diagnostic => diagnostic.Code));
    }

    public static TheoryData<Action<Tensor>> Mistakes { get; } =
    [
        x => Pad(x, time, -1, 0),
        x => Slice(x, time, -1),
        x => Slice(x, time, step: 0),
        x => Resize(x, time, 0),
        x => Window(x, time, two, stride: 0),
        x => Window(x, time, two, before: -1),
        x => Split(x, features, []),
        x => Concat([]),
        x => Stack([], two),
        x => Pool(x, PoolKind.Max, [], []),
        x => Pool(x, PoolKind.Max, [time], [2, 2]),
        x => Pool(x, PoolKind.Max, [time], [0]),
        x => Conv(x, Filter(features), features, [time], output, groups: 0),
        x => Pad(Cast(x, DataType.Int32), time, 1, 1, value: 0.5),
        x => RangeInAxis(x, time, DataType.Bool),
        _ => Range(time),
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Numbers_that_make_no_sense_are_refused_at_once(Action<Tensor> call)
    {
        _ = Started(out var data, Dim.Batch, time, features);

        Assert.ThrowsAny<ArgumentException>(() => call(data));
    }

    private static Parameter Filter(Dim input) => new([Dim.Spatial("kernel", 3), input, output], name: "filter");
}
