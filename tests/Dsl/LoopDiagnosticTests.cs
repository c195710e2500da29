using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>Loops that cannot be: one message each, at the line that is wrong.</summary>
public sealed class LoopDiagnosticTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim hidden = Dim.Feature("hidden", 4);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void A_state_that_nothing_assigns_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = 0;
        net.Output(
            Loop(
                time,
                step =>
                {
                    line = NextLine();
                    var h = step.State([Dim.Batch, features], name: "h");
                    return step.Stack(step.Unstack(data) + h.Previous);
                }
            )
        );

        Says(
            net,
            new(
                "ND2100",
                line,
                "The state \"h\" is never assigned, so that each step would find its first value.",
                "Say what it is after this step: state.Assign(...)."
            )
        );
    }

    [Fact]
    public void A_state_that_is_assigned_twice_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, features]);
                h.Assign(h.Previous + x);
                line = NextLine();
                h.Assign(x);
                return step.Stack(h);
            }
        );

        Assert.Equal([("ND2101", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_state_that_changes_its_dims_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, hidden]);
                line = NextLine();
                h.Assign(x);
                return step.Stack(Exp(h.Previous));
            }
        );

        Assert.Equal([("ND2102", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_state_that_begins_with_a_frame_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                line = NextLine();
                var h = step.State(x);
                h.Assign(h.Previous + x);
                return step.Stack(h);
            }
        );

        Assert.Equal([("ND2103", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_end_with_more_dims_than_the_batch_is_refused()
    {
        var line = 0;
        var net = Ending(
            (step, h) =>
            {
                line = NextLine();
                step.End(h > 1.0);
            }
        );

        Assert.Equal([("ND2104", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_end_that_is_said_twice_is_refused()
    {
        var line = 0;
        var net = Ending(
            (step, h) =>
            {
                step.End(ReduceMax(h, [features]) > 1.0);
                line = NextLine();
                step.End(ReduceMax(h, [features]) > 2.0);
            }
        );

        Assert.Equal([("ND2105", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_sequence_without_the_dim_of_the_loop_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var mean = ReduceMean(data, [time]);
        var line = 0;
        net.Output(
            Loop(
                time,
                step =>
                {
                    line = NextLine();
                    var x = step.Unstack(mean);
                    return step.Stack(x);
                }
            )
        );

        Assert.Equal([("ND2106", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_loop_over_a_dim_that_nothing_has_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var result = Loop(Dim.Dynamic("steps"), step => Summed(step, data));
        net.Output(result);

        Assert.Equal([("ND2107", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_loop_that_says_its_end_needs_a_bound()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var result = Loop(
            Dim.Dynamic("steps"),
            step =>
            {
                step.End(ReduceMax(data, [features]) > 1.0);
                return Summed(step, data);
            }
        );
        net.Output(result);

        Assert.Equal([("ND2108", line)], CodesAndLines(net));
    }

    [Fact]
    public void The_bound_of_a_loop_is_a_whole_number()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var result = Loop(
            Dim.Dynamic("steps"),
            step =>
            {
                step.End(ReduceMax(data, [features]) > 1.0);
                return Summed(step, data);
            },
            maxLength: ReduceMax(data, [Dim.Batch, features])
        );
        net.Output(result);

        Assert.Equal([("ND2109", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_bound_that_search_will_refuse_is_told_in_training()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var targets = net.Input("classes", [Dim.Batch, Dim.Dynamic("labels")], sparse: features);
        Decode(
            targets,
            step =>
            {
                var label = step.Choice(targets);
                label.Choose(OneHot(label.Previous));
                return step.Stack(label.State);
            },
            maxLength: ReduceMax(data, [Dim.Batch, time, features])
        );

        Assert.Equal("ND2109", Assert.Single(Diagnostics(net)).Code);
    }

    [Theory]
    [InlineData(20.0, "")]
    [InlineData(20.5, "ND2109")]
    public void A_constant_bound_need_only_be_whole(double bound, string code)
    {
        var net = Started(out var data, Dim.Batch, features);
        Loop(
            Dim.Dynamic("steps"),
            step =>
            {
                var state = step.State([Dim.Batch, features]);
                state.Assign(state.Previous + data);
                step.End(ReduceMax(state.Previous, [features]) > 1.0);
                return step.Stack(state);
            },
            maxLength: Constant(bound)
        );

        Assert.Equal(code, string.Concat(Diagnostics(net).Select(finding => finding.Code)));
    }

    [Fact]
    public void A_loop_of_known_length_says_no_end()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = NextLine();
        var result = Loop(
            time,
            step =>
            {
                step.End(ReduceMax(step.Unstack(data), [features]) > 1.0);
                return Summed(step, ReduceMean(data, [time]));
            },
            maxLength: 10
        );
        net.Output(result);

        Assert.Equal([("ND2110", line)], CodesAndLines(net));
    }

    [Fact]
    public void All_frames_in_each_step_are_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = 0;
        net.Output(
            Loop(
                time,
                step =>
                {
                    var x = step.Unstack(data);
                    line = NextLine();
                    var products = Dot(x, data, reduce: features);
                    return step.Stack(ReduceSum(products, [time]));
                }
            )
        );

        Assert.Equal([("ND2111", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_result_that_is_the_same_in_each_step_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var mean = ReduceMean(data, [time]);
        var line = NextLine();
        var result = Loop(time, step => step.Stack(Exp(mean)));
        net.Output(result);

        Assert.Equal([("ND2112", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_frame_is_not_to_be_used_outside_of_its_loop()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        Tensor? kept = null;
        net.Output(
            Loop(
                time,
                step =>
                {
                    kept = step.Unstack(data);
                    return step.Stack(Exp(kept));
                }
            )
        );
        var line = NextLine();
        net.Output(kept!, "kept");

        Assert.Equal([("ND2113", line)], CodesAndLines(net));
    }

    [Fact]
    public void What_is_the_same_in_each_step_can_be_used_outside()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        Tensor? kept = null;
        net.Output(
            Loop(
                time,
                step =>
                {
                    kept = Exp(ReduceMean(data, [time]));
                    return step.Stack(step.Unstack(data) + kept);
                }
            )
        );
        net.Output(kept!, "kept");

        Assert.Empty(CodesAndLines(net));
    }

    [Fact]
    public void A_loop_in_a_loop_over_the_same_dim_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                line = NextLine();
                var inner = Loop(time, other => Summed(other, x));
                return step.Stack(ReduceSum(inner, [time]));
            }
        );

        Assert.Equal([("ND2114", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_mask_with_more_dims_than_the_batch_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                line = NextLine();
                var y = Masked(x > 0.0, () => Exp(x));
                return step.Stack(y);
            }
        );

        Assert.Equal([("ND2116", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_mask_is_for_loops()
    {
        _ = Started(out var data, Dim.Batch, features);

        Assert.Throws<InvalidOperationException>(() => Masked(ReduceSum(data, [features]) > 0.0, () => data));
    }

    [Fact]
    public void A_label_is_chosen_by_a_score_for_each_class()
    {
        var net = Started(out _, Dim.Batch, time, features);
        var targets = net.Input("classes", [Dim.Batch, time], sparse: classes);
        var line = 0;
        net.Output(
            Decode(
                targets,
                step =>
                {
                    var label = step.Choice(targets);
                    var h = step.State([Dim.Batch, hidden]);
                    h.Assign(Exp(h.Previous));
                    line = NextLine();
                    label.Choose(h.Previous);
                    return step.Stack(label.State);
                },
                maxLength: 10
            )
        );

        Assert.Equal([("ND2115", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_assignment_inside_a_loop_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                var count = new Parameter([], auxiliary: true, name: "count");
                line = NextLine();
                count.AssignAdd(1.0);
                return step.Stack(x);
            }
        );

        Assert.Equal([("ND4004", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_search_does_not_read_its_targets()
    {
        var net = new Net("search") { Task = NetTask.Search };
        var data = net.Input("data", [Dim.Batch, time, features]);
        var targets = net.Input("classes", [Dim.Batch, time], sparse: classes);
        var line = NextLine();
        net.Output(CrossEntropy(new Linear(classes).Call(data), targets));

        Assert.Equal([("ND4007", line)], CodesAndLines(net));
    }

    [Fact]
    public void Attention_that_sees_what_comes_later_has_no_steps()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var attention = net.Add("attention", new SelfAttention(hidden, heads: 1));

        Assert.Throws<InvalidOperationException>(() =>
            Loop(time, step => step.Stack(attention.Step(step, step.Unstack(data))))
        );
    }

    [Fact]
    public void Layers_of_a_loop_that_have_nothing_in_common_lose_their_variables()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var first = net.Add("first", new Lstm(hidden));
        var second = net.Add("second", new Lstm(classes));
        net.Output(Loop(time, step => step.Stack(second.Step(step, [first.Step(step, [step.Unstack(data)])]))));

        var error = Assert.Throws<ModelException>(() => ConfigEmitter.Emit(net, new()));

        Assert.Contains(error.Diagnostics, diagnostic => diagnostic.Code == "ND3015");
    }

    [Theory]
    [InlineData(120, 0)]
    [InlineData(150, 1)]
    public void A_step_that_is_too_long_a_chain_is_refused(int layers, int findings)
    {
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, features]);
                var value = h.Previous + x;
                for (var index = 0; index < layers; index++)
                {
                    value = Gelu(value);
                }

                h.Assign(value);
                return step.Stack(h);
            }
        );

        Assert.Equal(findings, Codes(net).Count(code => code == "ND3014"));
    }

    [Fact]
    public void JSON_has_no_loops()
    {
        var net = Stepping((step, x) => step.Stack(x));

        var error = Assert.Throws<ModelException>(() => ConfigEmitter.Emit(net, new() { Format = ConfigFormat.Json }));

        Assert.Contains(error.Diagnostics, diagnostic => diagnostic.Code == "ND3016");
    }

    [Fact]
    public void A_step_is_over_when_its_body_is()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        LoopStep? kept = null;
        net.Output(
            Loop(
                time,
                step =>
                {
                    kept = step;
                    return step.Stack(step.Unstack(data));
                }
            )
        );

        Assert.Throws<InvalidOperationException>(() => kept!.Unstack(data));
    }

    private static IEnumerable<string> Codes(Net net)
    {
        try
        {
            return ConfigEmitter.Emit(net, new()).Diagnostics.Select(finding => finding.Code);
        }
        catch (ModelException error)
        {
            return error.Diagnostics.Select(finding => finding.Code);
        }
    }

    private static Net Stepping(Func<LoopStep, Tensor, LoopResult> body)
    {
        var net = Started(out var data, Dim.Batch, time, features);
        net.Output(Loop(time, step => body(step, step.Unstack(data))));
        return net;
    }

    private static Net Ending(Action<LoopStep, Tensor> end)
    {
        var net = Started(out var data, Dim.Batch, features);
        net.Output(
            Loop(
                Dim.Dynamic("steps"),
                step =>
                {
                    var h = step.State(data);
                    end(step, h.Assign(h.Previous * 0.5));
                    return step.Stack(h);
                },
                maxLength: 10
            )
        );
        return net;
    }

    private static LoopResult Summed(LoopStep step, Tensor x)
    {
        var sum = step.State([.. x.Dims]);
        sum.Assign(sum.Previous + x);
        return step.Stack(sum);
    }
}
