using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>What the functions that change dims are written as.</summary>
public sealed class AxisFunctionSnapshots
{
    public static TheoryData<Form> Forms => [Form.Python, Form.Json];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Merged_split_and_joined(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var (six, two, one) = (Dim.Feature("six", 6), Dim.Spatial("two", 2), Dim.Feature("one", 1));
                        var parts = Split(s.Data, s.In, [one, Dim.Feature("rest", 2)]);
                        var joined = Concat([(parts[1], parts[1].Dims.Feature!), (parts[0], one)]);
                        s.Net.Output(MergeDims(Stack([s.Data, -s.Data], two), [two, s.In], into: six), "merged");
                        s.Net.Output(SplitDims(s.Data, s.Time, [Dim.Dynamic("half"), two]), "split_time");
                        s.Net.Output(Squeeze(ExpandDim(s.Data, one), one), "same");
                        s.Net.Output(joined);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Convolved_and_pooled(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var filter = new Parameter([Dim.Spatial("kernel", 5), s.In, s.Out], name: "filter");
                        var convolved = Conv(s.Data, filter, s.In, [s.Time], s.Out, strides: [2]);
                        var pooled = Pool(s.Data, PoolKind.Average, [s.Time], [2], strides: [1]);
                        s.Net.Output(pooled, "pooled");
                        s.Net.Output(convolved);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Longer_and_shorter(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        s.Net.Output(Pad(s.Data, s.Time, 1, 2, value: -1.0), "padded");
                        s.Net.Output(Pad(s.Data, s.In, 1, 1, PadKind.Reflect), "reflected");
                        s.Net.Output(Window(s.Data, s.Time, Dim.Spatial("window", 5), stride: 2), "windows");
                        s.Net.Output(Resize(s.Data, s.Time, 2), "resized");
                        s.Net.Output(Slice(s.Data, s.Time, 1, -1, 2), "slice");
                        s.Net.Output(Slice(s.Data, s.Time, end: 2), "start");
                        s.Net.Output(
                            SliceFrom(s.Data, s.Time, Length(s.Data, s.Time) - 2, Dim.Spatial("two", 2)),
                            "last"
                        );
                        s.Net.Output(Shift(s.Data, s.Time, -1), "earlier");
                        s.Net.Output(Reverse(s.Data, s.Time), "backwards");
                        s.Net.Output(Reverse(s.Data, s.In), "features_backwards");
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lengths_masks_and_ranges(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        s.Net.Output(SequenceMask(s.Data, s.Time), "mask");
                        s.Net.Output(MaskFrames(s.Data, s.Time), "masked");
                        s.Net.Output(Range(Dim.Spatial("seven", 7), DataType.Float32), "range");
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Repeated(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var times = s.Net.Input("durations", [Dim.Batch, s.Time], type: DataType.Int32);
                        s.Net.Output(Repeat(s.Data, s.Time, times, into: Dim.Dynamic("frames")));
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Fact]
    public async Task Replaced() =>
        await Verify(
            Text(
                Form.Python,
                s =>
                {
                    var keys = ReplaceDim(s.Data, s.Time, Dim.Dynamic("keys"));
                    s.Net.Output(RangeInAxis(keys, keys.Dims[1]), "places");
                    s.Net.Output(Softmax(Dot(s.Data, keys, s.In), over: keys.Dims[1]));
                }
            ),
            Emitted.Extension(Form.Python)
        );

    [Fact]
    public void What_JSON_cannot_say_is_told_with_a_way_out()
    {
        var net = Sample.Of(s => s.Net.Output(ReplaceDim(s.Data, s.Time, Dim.Dynamic("keys"))));

        var error = Assert.Single(Emitted.Errors(net, Form.Json));
        Assert.Equal("output", error.Layer);
        Assert.Contains("emit Python", error.Message, StringComparison.Ordinal);
    }

    private static string Text(Form form, Action<Sample> record) => Emitted.Text(Sample.Of(record), form);
}
