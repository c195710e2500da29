using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;
using Form = NetDsl.Tests.Emitting.Form;

namespace NetDsl.Tests.Translation;

/// <summary>Sequences of which some frames are left out, as they are emitted.</summary>
public sealed class FrameSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_net_over_some_of_the_frames(Form form) =>
        await Verify(Emitted.Text(Sample.Of(OverFrames), form), Emitted.Extension(form)).UseParameters(form);

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Labels_without_blanks(Form form)
    {
        var net = Sample.Of(s =>
        {
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: Dim.Feature("classes", 7));
            s.Net.Output(KeepFrames(labels, NotEqual(labels, 0), Dim.Dynamic("words")));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Fact]
    public void JSON_has_no_two_sequences_of_the_frames_of_one_mask()
    {
        var net = Sample.Of(s =>
        {
            var kept = Dim.Dynamic("kept");
            var mask = Loud(s, s.Data);
            s.Net.Output(KeepFrames(s.Data, mask, kept) + KeepFrames(Exp(s.Data), mask, kept));
        });

        Assert.Equal(["ND3045"], Emitted.Errors(net, Form.Json).Select(error => error.Code));
    }

    [Fact]
    public void Masked_in_each_step_and_over_the_whole_sequence_compute_the_same_with_the_same_parameters()
    {
        var report = NetVerifier.Compare(
            Emitted.Text(Sample.Of(OverFrames), Form.Python),
            "frames.py",
            Emitted.Text(Sample.Of(InSteps), Form.Python),
            "steps.py",
            new() { Batches = 3 }
        );

        Assert.Equal("", string.Join('\n', report.Diagnostics.Select(finding => finding.Message)));
        Assert.True(report.IsComputed);
    }

    private static void OverFrames(Sample s)
    {
        var words = s.Net.Add("words", new Words(s.Out));
        s.Net.Output(Masked(Loud(s, s.Data), s.Data, (frames, _) => words.Map.Call(words.Lstm.Call(frames))));
    }

    private static void InSteps(Sample s)
    {
        var words = s.Net.Add("words", new Words(s.Out));
        s.Net.Output(
            Loop(
                s.Time,
                step =>
                {
                    var x = step.Unstack(s.Data);
                    return step.Stack(Masked(Loud(s, x), () => words.Map.Call(words.Lstm.Step(step, [x]))));
                }
            )
        );
    }

    private static Tensor Loud(Sample s, Tensor x) => ReduceSum(x, [s.In]) > 0.0;

    private sealed class Words(Dim output) : Module
    {
        public Lstm Lstm { get; } = new(Dim.Feature("cells", 5));
        public Linear Map { get; } = new(output);
    }
}
