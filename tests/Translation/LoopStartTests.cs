using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>What is there before the first step of a loop, where RETURNN is particular about it (rec.py, base.py:2068).</summary>
public sealed class LoopStartTests
{
    private static readonly Dim labels = Dim.Feature("labels", 7);

    [Fact]
    public void A_state_that_becomes_the_output_of_a_cell_is_a_layer_of_its_own() =>
        Assert.Contains(
            "\"state\": {\"class\": \"copy\", \"from\": \"output\", \"initial_output\": \"base:zeros\"",
            Text(s =>
            {
                var cell = s.Net.Add("cell", new Lstm(s.In));
                return Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        var h = step.State([Dim.Batch, s.In]);
                        h.Assign(cell.Step(step, [x + h.Previous]));
                        return step.Stack(h);
                    }
                );
            }),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_last_of_class_indices_begins_with_one() =>
        Assert.Contains(
            "\"need_last\": True, \"initial_output\": 0}",
            Text(s =>
            {
                var (map, embed) = (
                    s.Net.Add("map", new Linear(labels)),
                    s.Net.Add("embed", new Embedding(s.In, labels))
                );
                return Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        var h = step.State([Dim.Batch, s.In]);
                        var label = ArgMax(map.Call(h.Previous + x), labels);
                        h.Assign(Tanh(h.Previous + embed.Call(label)));
                        return step.Last(label);
                    }
                );
            }),
            StringComparison.Ordinal
        );

    [Fact]
    public void Masked_class_indices_begin_with_one() =>
        Assert.Contains(
            "}, \"initial_output\": 0},",
            Text(s =>
            {
                var map = s.Net.Add("map", new Linear(labels));
                return Loop(
                    s.Time,
                    step =>
                    {
                        var x = step.Unstack(s.Data);
                        return step.Stack(Masked(ReduceSum(x, [s.In]) > 0.0, () => ArgMax(map.Call(x), labels)));
                    }
                );
            }),
            StringComparison.Ordinal
        );

    private static string Text(Func<Sample, Tensor> build) =>
        Emitted.Text(Sample.Of(sample => sample.Net.Output(build(sample))), Form.Python);
}
