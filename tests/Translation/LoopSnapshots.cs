using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>Loops as they are emitted.</summary>
public sealed class LoopSnapshots
{
    [Fact]
    public async Task A_running_mean_and_its_peak() =>
        await Verify(
            Text(s =>
            {
                var (mean, peak) = Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        var mean = step.State([Dim.Batch, s.In], name: "ema");
                        var peak = step.State([Dim.Batch, s.In], name: "peak");
                        mean.Assign(mean.Previous * 0.9 + x * 0.1);
                        peak.Assign(Maximum(peak.Previous, mean.Previous));
                        return (step.Stack(mean), step.Stack(peak));
                    }
                );
                s.Net.Output(mean + peak);
            }),
            "py"
        );

    [Fact]
    public async Task A_recurrent_net_written_out() =>
        await Verify(
            Text(s =>
            {
                var cell = s.Net.Add("cell", new Linear(Dim.Feature("hidden", 4)));
                var (all, last) = Loop(
                    s.Time,
                    step =>
                    {
                        var h = step.State([Dim.Batch, cell.Output]);
                        var joined = Concat([(step.Unstack(s.Data), s.In), (h.Previous, cell.Output)]);
                        h.Assign(Tanh(cell.Call(joined)));
                        return (step.Stack(h), step.Last(h));
                    }
                );
                s.Net.Output(all);
                s.Net.Output(last, "summary");
            }),
            "py"
        );

    [Fact]
    public async Task What_is_the_same_in_each_step_is_outside() =>
        await Verify(
            Text(s =>
            {
                var result = Loop(
                    s.Time,
                    step =>
                    {
                        var mean = ReduceMean(s.Data, [s.Time]);
                        var sum = step.State(mean);
                        sum.Assign(sum.Previous + (step.Unstack(Tanh(s.Data)) * Exp(mean * 2.0)));
                        return step.Stack(sum);
                    }
                );
                s.Net.Output(result);
            }),
            "py"
        );

    [Fact]
    public async Task Loops_in_loops_and_conds_in_them() =>
        await Verify(
            Text(s =>
            {
                var others = Dim.Dynamic("others");
                var other = s.Net.Input("other", [Dim.Batch, others, s.In]);
                var result = Loop(
                    s.Time,
                    outer =>
                    {
                        var x = outer.Unstack(s.Data);
                        var total = outer.State([Dim.Batch, s.In], name: "total");
                        var inner = Loop(
                            others,
                            step =>
                            {
                                var sum = step.State(total.Previous, name: "sum");
                                var next = Cond(
                                    outer.Index > step.Index,
                                    () => Relu(step.Unstack(other)),
                                    () => Tanh(x)
                                );
                                sum.Assign(sum.Previous + next);
                                return step.Last(sum);
                            }
                        );
                        total.Assign(inner);
                        return outer.Stack(total);
                    }
                );
                s.Net.Output(result);
            }),
            "py"
        );

    [Fact]
    public void An_LSTM_that_moves_only_where_the_mask_is_true()
    {
        var text = Text(s =>
        {
            var lstm = s.Net.Add("m", new Lstm(Dim.Feature("cells", 4)));
            s.Net.Output(
                Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        return step.Stack(Masked(ReduceSum(x, [s.In]) > 0.0, () => Tanh(lstm.Step(step, [x]) * 2.0)));
                    }
                )
            );
        });

        Assert.Contains(
            "\"class\": \"masked_computation\", \"from\": \"unstack\", \"mask\": \"compare\"",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"m\": {\"class\": \"rec\", \"from\": \"data\", \"unit\": \"standardlstm\"",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_masked_and_reads_two_values_of_the_step_reads_them_by_name()
    {
        var text = Text(s =>
        {
            var lstm = s.Net.Add("m", new Lstm(Dim.Feature("cells", 4)));
            s.Net.Output(
                Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        var y = Tanh(x);
                        return step.Stack(Masked(ReduceSum(x, [s.In]) > 0.0, () => lstm.Step(step, [x, y])));
                    }
                )
            );
        });

        // The unit is one layer, whose net sees the step through one base.
        Assert.Contains("\"from\": [\"base:unstack\", \"base:tanh\"]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GRU_and_a_plain_unit_step_by_step() =>
        await Verify(
            Text(s =>
            {
                var cells = s.Net.Add("m", new Cells(s.Out));
                s.Net.Output(
                    Loop(
                        s.Time,
                        step =>
                        {
                            var x = step.Unstack(s.Data);
                            return step.Stack(cells.Second.Step(step, [x, cells.First.Step(step, [x])]));
                        }
                    )
                );
            }),
            "py"
        );

    [Fact]
    public async Task Attention_with_relative_positions_step_by_step() =>
        await Verify(
            Text(s =>
            {
                var attention = s.Net.Add(
                    "m",
                    new SelfAttention(s.Out, heads: 2, causal: true, relative: new(clipping: 8))
                );
                s.Net.Output(Loop(s.Time, step => step.Stack(attention.Step(step, step.Unstack(s.Data)))));
            }),
            "py"
        );

    [Fact]
    public void Attention_with_relative_positions_has_the_same_parameters_in_steps_and_over_sequences()
    {
        Assert.Equal(
            Parameters(s => Attention(s).Call(s.Data)),
            Parameters(s =>
            {
                var attention = Attention(s);
                return Loop(s.Time, step => step.Stack(attention.Step(step, step.Unstack(s.Data))));
            })
        );

        static IEnumerable<string> Parameters(Func<Sample, Tensor> result) =>
            ConfigStatistics
                .Of(ConfigEmitter.Emit(Sample.Of(s => s.Net.Output(result(s))), new()))
                .Parameters.Select(parameter => $"{parameter.Name} {string.Join(' ', parameter.Shape)}")
                .Order(StringComparer.Ordinal);

        static SelfAttention Attention(Sample s) =>
            s.Net.Add("m", new SelfAttention(s.Out, heads: 2, causal: true, relative: new(clipping: 8)));
    }

    [Fact]
    public async Task A_loop_that_says_when_it_ends() =>
        await Verify(
            Text(s =>
            {
                var start = ReduceMean(s.Data, [s.Time]);
                var steps = Dim.Dynamic("steps");
                var halved = Loop(
                    steps,
                    step =>
                    {
                        var x = step.State(start, name: "x");
                        var now = x.Assign(x.Previous * 0.5);
                        step.End(ReduceMax(now, [s.In]) < 0.1, include: true);
                        return step.Stack(now);
                    },
                    maxLength: 20
                );
                s.Net.Output(halved);
            }),
            "py"
        );

    private sealed class Cells(Dim output) : Module
    {
        public Gru First { get; } = new(output);
        public VanillaRnn Second { get; } = new(output);
    }

    private static string Text(Action<Sample> build) => Emitted.Text(Sample.Of(build), Form.Python);
}
