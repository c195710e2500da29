using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>Frames that are left out of whole sequences, and come back.</summary>
public sealed class FrameMaskTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim kept = Dim.Dynamic("kept");
    private static readonly Dim features = Dim.Feature("in", 9);

    [Fact]
    public void Frames_that_stay_have_a_dim_of_their_own()
    {
        Started(out var data, Dim.Batch, time, features);

        var frames = KeepFrames(data, Loud(data), kept);

        Assert.Equal([Dim.Batch, kept, features], frames.Dims);
    }

    [Fact]
    public void Frames_that_come_back_have_the_dims_that_they_had()
    {
        Started(out var data, Dim.Batch, time, features);
        var mask = Loud(data);

        var back = Unmask(Exp(KeepFrames(data, mask, kept)), mask, kept);

        Assert.Equal(data.Dims, back.Dims);
    }

    [Fact]
    public void What_is_masked_keeps_the_parameter_names_of_its_modules()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var lstm = net.Add("lstm", new Lstm(Dim.Feature("cells", 4)));

        net.Output(Masked(Loud(data), data, (frames, _) => lstm.Call(frames)));

        Assert.Empty(Diagnostics(net));
    }

    [Fact]
    public void A_mask_without_time_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = NextLine();
        net.Output(KeepFrames(data, ReduceMax(data, [time, features]) > 0.0, kept));

        Assert.Equal([("ND2117", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_mask_of_numbers_is_refused_once()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = NextLine();
        net.Output(Masked(ReduceMax(data, [features]), data, (frames, _) => Exp(frames)));

        Assert.Equal([("ND2117", line)], CodesAndLines(net));
    }

    [Fact]
    public void Frames_without_the_time_of_the_mask_are_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var mask = Loud(data);
        var line = NextLine();
        net.Output(KeepFrames(ReduceMean(data, [time]), mask, kept));

        Assert.Equal([("ND2002", line)], CodesAndLines(net));
    }

    [Fact]
    public void The_way_back_begins_with_the_frames_that_were_kept()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var mask = Loud(data);
        var line = NextLine();
        net.Output(Unmask(ReduceMean(data, [time]), mask, kept));

        Assert.Equal([("ND2002", line)], CodesAndLines(net));
    }

    [Fact]
    public void Two_sequences_in_one_tensor_cannot_come_back()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var mask = Loud(data);
        var keys = Dim.Dynamic("keys");
        var frames = Dot(KeepFrames(data, mask, kept), ReplaceDim(data, time, keys), reduce: features);
        var line = NextLine();
        net.Output(Unmask(frames, mask, kept));

        Assert.Equal([("ND2042", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_dim_of_fixed_size_is_not_for_frames_that_stay()
    {
        Started(out var data, Dim.Batch, time, features);

        Assert.Throws<ArgumentException>(() => KeepFrames(data, Loud(data), Dim.Spatial("kept", 3)));
    }

    [Fact]
    public void Frames_are_not_left_out_in_a_step_of_a_loop()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var others = Dim.Dynamic("others");
        var other = net.Input("other", [Dim.Batch, others, features]);
        var line = 0;
        net.Output(
            Loop(
                time,
                step =>
                {
                    var near = other * step.Unstack(data);
                    line = NextLine();
                    var frames = Masked(Loud(near), near, (frames, _) => Exp(frames));
                    return step.Stack(ReduceMean(frames, [others]));
                }
            )
        );

        Assert.Equal([("ND2118", line)], CodesAndLines(net));
    }

    [Fact]
    public void Frames_that_are_the_same_in_each_step_can_be_left_out_wherever_it_is_said()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var other = net.Input("other", [Dim.Batch, Dim.Dynamic("others"), features]);
        net.Output(
            Loop(
                time,
                step =>
                {
                    var frames = KeepFrames(other, Loud(other), kept);
                    return step.Stack(step.Unstack(data) + ReduceMean(frames, [kept]));
                }
            )
        );

        Assert.Empty(Diagnostics(net));
    }

    private static Tensor Loud(Tensor frames) => ReduceMax(frames, [features]) > 0.0;
}
