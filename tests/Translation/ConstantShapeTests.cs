using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Constants over dims that a layer makes: RETURNN has to build that layer before.</summary>
public sealed class ConstantShapeTests
{
    [Fact]
    public void A_constant_over_frames_that_were_kept_waits_for_them()
    {
        var net = Sample.Of(s =>
        {
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: s.Out);
            var kept = Dim.Dynamic("kept");
            var frames = KeepFrames(s.Data, NotEqual(labels, 0), kept);
            s.Net.Output(Constant(1.5, [Dim.Batch, kept]) + frames);
        });

        Assert.Equal("[\"keep_frames\"]", Emitted.Summary(net)["constant"].Options["shape_deps"]);
    }

    [Fact]
    public void A_constant_over_the_steps_of_a_loop_that_ends_itself_waits_for_it()
    {
        var net = Sample.Of(s =>
        {
            var steps = Loop(
                Dim.Dynamic("steps"),
                step =>
                {
                    var state = step.State(ReduceMean(s.Data, [s.Time]));
                    state.Assign(state.Previous * 0.5);
                    step.End(ReduceMax(state.Previous, [s.In]) < 0.1);
                    return step.Stack(state);
                },
                maxLength: 10
            );
            s.Net.Output(Constant(1.5, steps.Dims) * steps);
        });

        Assert.Equal("[\"loop\"]", Emitted.Summary(net)["constant"].Options["shape_deps"]);
    }

    [Fact]
    public void A_constant_over_frames_is_beyond_JSON_and_told_with_its_line()
    {
        var net = Sample.Of(s => s.Net.Output(Constant(1.5, s.Data.Dims) * s.Data));

        var error = Assert.Single(Emitted.Errors(net, Form.Json));
        Assert.Equal(("ND3001", true), (error.Code, error.Location.IsKnown));
    }

    [Fact]
    public void A_constant_over_dims_that_follow_from_inputs_waits_for_nothing()
    {
        var net = Sample.Of(s =>
        {
            var shorter = s.Net.Add("conv", new Conv1d(s.In, 3, stride: 2)).Call(s.Data);
            s.Net.Output(Constant(1.5, shorter.Dims) * shorter);
        });

        Assert.False(Emitted.Summary(net)["constant"].Options.ContainsKey("shape_deps"));
    }
}
