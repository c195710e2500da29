using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>What is said at the wrong place of a loop: one message each, at the line that is wrong.</summary>
public sealed class LoopScopeTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void A_value_of_a_step_that_is_used_at_many_places_outside_is_one_mistake()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        Tensor? kept = null;
        net.Output(
            Loop(
                time,
                step =>
                {
                    var h = step.State([Dim.Batch, features]);
                    kept = h.Previous;
                    h.Assign(h.Previous + step.Unstack(data));
                    return step.Stack(h);
                }
            )
        );
        var line = NextLine();
        net.Output(Exp(kept!), "first");
        net.Output(Square(kept!), "second");

        var finding = Assert.Single(Diagnostics(net));
        Assert.Equal(("ND2113", line), (finding.Code, finding.Location.Line));
        Assert.Contains(finding.Related, place => place.Location.Line == line + 1 && place.Note == "used here, too");
    }

    [Fact]
    public void The_number_of_a_step_outside_of_its_loop_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        Tensor? kept = null;
        net.Output(
            Loop(
                time,
                step =>
                {
                    kept = step.Index;
                    return step.Stack(step.Unstack(data) * Cast(step.Index, DataType.Float32));
                }
            )
        );
        var line = NextLine();
        net.Output(Cast(kept!, DataType.Float32), "number");

        Says(
            net,
            new(
                "ND2113",
                line,
                "What one step of a loop computes, index [], is used outside of the loop.",
                "Return step.Stack(x) from the loop for the values of all steps, step.Last(x) for the last one."
            )
        );
    }

    [Fact]
    public void A_state_that_is_assigned_in_a_branch_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, features]);
                line = NextLine();
                var next = Cond(step.Index > 2, () => h.Assign(h.Previous + x), () => x);
                return step.Stack(next);
            }
        );

        Assert.Equal([("ND2119", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_state_that_is_assigned_in_a_loop_inside_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var others = Dim.Dynamic("others");
        var other = net.Input("other", [Dim.Batch, others, features]);
        var line = 0;
        net.Output(
            Loop(
                time,
                outer =>
                {
                    var h = outer.State([Dim.Batch, features]);
                    var sums = Loop(
                        others,
                        inner =>
                        {
                            line = NextLine();
                            h.Assign(h.Previous + inner.Unstack(other));
                            return inner.Stack(inner.Unstack(other));
                        }
                    );
                    return outer.Stack(ReduceSum(sums, [others]) + outer.Unstack(data));
                }
            )
        );

        Assert.Equal([("ND2119", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_state_that_is_assigned_where_a_mask_is_true_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, features]);
                line = NextLine();
                return step.Stack(Masked(ReduceSum(x, [features]) > 0.0, () => h.Assign(h.Previous + x)));
            }
        );

        Assert.Equal([("ND2119", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_label_that_is_chosen_in_a_branch_is_refused()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var targets = net.Input("classes", [Dim.Batch, time], sparse: classes);
        var scores = net.Add("scores", new Linear(classes));
        var line = 0;
        net.Output(
            Decode(
                targets,
                step =>
                {
                    var label = step.Choice(targets);
                    var logits = scores.Call(step.Unstack(data));
                    line = NextLine();
                    var chosen = Cond(step.Index > 3, () => label.Choose(logits), () => label.Previous);
                    return step.Stack(chosen);
                },
                maxLength: 10
            )
        );

        Assert.Equal([("ND2119", line)], CodesAndLines(net));
    }

    [Fact]
    public void An_end_that_is_said_in_a_branch_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = 0;
        net.Output(
            Loop(
                Dim.Dynamic("steps"),
                step =>
                {
                    var h = step.State(data);
                    h.Assign(h.Previous * 0.5);
                    line = NextLine();
                    When(step.Index > 3, () => step.End(ReduceMax(h.Previous, [features]) < 0.1));
                    return step.Stack(h);
                },
                maxLength: 10
            )
        );

        Assert.Equal([("ND2119", line)], CodesAndLines(net));
    }

    [Fact]
    public void What_is_computed_for_some_sequences_only_is_refused_where_all_are()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                Tensor? kept = null;
                var y = Masked(
                    ReduceSum(x, [features]) > 0.0,
                    () =>
                    {
                        kept = Exp(x);
                        return kept * 2.0;
                    }
                );
                line = NextLine();
                return step.Stack(y + kept!);
            }
        );

        Assert.Equal([("ND2113", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_sequence_that_is_made_in_a_step_is_not_unstacked_in_it()
    {
        var net = Started(out var data, Dim.Batch, time, features);
        var line = 0;
        net.Output(
            Loop(
                time,
                step =>
                {
                    var h = step.State([Dim.Batch, features]);
                    h.Assign(h.Previous + 1.0);
                    line = NextLine();
                    var x = step.Unstack(data * h.Previous);
                    return step.Stack(x);
                }
            )
        );

        Assert.Equal([("ND2103", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_module_that_updates_two_statistics_in_a_loop_is_one_mistake()
    {
        var line = 0;
        var net = new Net("net");
        var data = net.Input("data", [Dim.Batch, time, features]);
        var norm = net.Add("norm", new BatchNorm());
        net.Output(
            Loop(
                time,
                step =>
                {
                    var h = step.State([Dim.Batch, features]);
                    line = NextLine();
                    h.Assign(norm.Call(h.Previous + step.Unstack(data)));
                    return step.Stack(h);
                }
            )
        );

        Assert.Equal([("ND4004", line)], CodesAndLines(net));
    }

    [Fact]
    public void Targets_that_are_unstacked_in_search_are_refused_as_what_they_are()
    {
        var net = new Net("search") { Task = NetTask.Search };
        var targets = net.Input("classes", [Dim.Batch, Dim.Dynamic("labels")], sparse: classes);
        var embedding = net.Add("embedding", new Embedding(features, classes));
        var scores = net.Add("scores", new Linear(classes));
        var line = 0;
        net.Output(
            Decode(
                targets,
                step =>
                {
                    var label = step.Choice(targets);
                    line = NextLine();
                    var read = embedding.Call(targets);
                    step.End(Equal(label.Choose(scores.Call(step.Unstack(read))), 0));
                    return step.Stack(label.State);
                },
                maxLength: 10
            )
        );

        Assert.Equal([("ND4007", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_bound_that_leaves_no_step_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var result = Loop(
            Dim.Dynamic("steps"),
            step =>
            {
                var h = step.State(data);
                h.Assign(h.Previous * 0.5);
                step.End(ReduceMax(h.Previous, [features]) < 0.1);
                return step.Stack(h);
            },
            maxLength: 0
        );
        net.Output(result);

        Assert.Equal([("ND2109", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_state_with_a_name_that_RETURNN_does_not_take_is_refused()
    {
        var line = 0;
        var net = Stepping(
            (step, x) =>
            {
                line = NextLine();
                var h = step.State([Dim.Batch, features], name: "a/b");
                h.Assign(h.Previous + x);
                return step.Stack(h);
            }
        );

        Assert.Equal([("ND1007", line)], CodesAndLines(net));
    }

    [Theory]
    [InlineData(130, 0)]
    [InlineData(1000, 1)]
    public void A_step_of_130_layers_in_a_chain_is_emitted_and_one_of_1000_is_one_mistake(int layers, int findings)
    {
        var net = Stepping(
            (step, x) =>
            {
                var h = step.State([Dim.Batch, features]);
                var value = h.Previous + x;
                for (var layer = 0; layer < layers; layer++)
                {
                    value = Softmax(value, over: features);
                }

                h.Assign(value);
                return step.Stack(h);
            }
        );

        Assert.Equal(Enumerable.Repeat("ND3014", findings), Found(net));
    }

    private static IEnumerable<string> Found(Net net)
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
}
