using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Reference;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Reference;

/// <summary>Loops, as a model writes them, computed in both forms.</summary>
public sealed class LoopFormTests
{
    [Fact]
    public void A_loop_that_begins_with_the_state_of_the_one_around_it_can_be_verified()
    {
        var outer = Dim.Dynamic("outer");
        var made = Dim.Feature("made", 5);
        var net = Sample.Of(s =>
        {
            var other = s.Net.Input("other", [Dim.Batch, outer, s.In]);
            var map = s.Net.Add("map", new Linear(made));
            var result = Loop(
                outer,
                step =>
                {
                    step.Unstack(other);
                    var state = step.State([Dim.Batch, made]);
                    state.Assign(
                        Loop(
                            s.Time,
                            inner =>
                            {
                                var x = inner.Unstack(s.Data);
                                var kept = inner.State(state.Previous);
                                kept.Assign(Tanh(map.Call(Concat([(x, s.In), (kept.Previous, made)]))));
                                return inner.Last(kept);
                            }
                        )
                    );
                    return step.Stack(state);
                }
            );
            s.Net.Loss("energy", Square(result));
            s.Net.Output(result);
        });

        Assert.Equal("", Findings(net));
    }

    [Fact]
    public void A_loop_that_begins_with_what_is_outside_and_ends_by_itself_can_be_verified()
    {
        var net = Sample.Of(s =>
        {
            var map = s.Net.Add("map", new Linear(s.In, s.In));
            var result = Loop(
                Dim.Dynamic("steps"),
                step =>
                {
                    var state = step.State(ReduceMean(s.Data, [s.Time]));
                    state.Assign(Tanh(map.Call(state.Previous)));
                    step.End(ReduceMean(state.Previous, [s.In]) > 0.5);
                    return step.Stack(state);
                },
                maxLength: Constant(20)
            );
            s.Net.Output(result);
        });

        Assert.Equal("", Findings(net));
    }

    [Fact]
    public void A_loop_that_ends_before_its_first_step_can_be_verified()
    {
        var net = Sample.Of(s =>
        {
            var result = Loop(
                Dim.Dynamic("steps"),
                step =>
                {
                    var state = step.State(ReduceMean(s.Data, [s.Time]));
                    state.Assign(state.Previous * 0.5);
                    step.End(ReduceMax(state.Previous, [s.In]) > -1e9);
                    return step.Stack(state);
                },
                maxLength: 20
            );
            s.Net.Output(result);
        });

        Assert.Equal("", Findings(net));
    }

    [Fact]
    public void A_decoder_with_attention_from_products_can_be_verified()
    {
        var net = Sample.Of(s =>
        {
            var targets = s.Net.Input("classes", [Dim.Batch, Dim.Dynamic("labels")], sparse: s.Out);
            var embedding = s.Net.Add("embedding", new Embedding(Dim.Feature("embedded", 5), s.Out));
            var cell = s.Net.Add("cell", new Lstm(Dim.Feature("cells", 6)));
            var query = s.Net.Add("query", new Linear(Dim.Feature("query", 3)));
            var output = s.Net.Add("output", new Linear(s.Out));
            var scores = Decode(
                targets,
                step =>
                {
                    var label = step.Choice(targets);
                    var context = step.State([Dim.Batch, s.In]);
                    var read = cell.Step(step, [embedding.Call(label.Previous), context.Previous]);
                    var energy = Dot(ReplaceDim(query.Call(read), query.Output, s.In), s.Data, reduce: s.In);
                    context.Assign(Dot(Softmax(energy, over: s.Time), s.Data, reduce: s.Time));
                    var logits = output.Call(Concat([(read, cell.Output), (context.Previous, s.In)]));
                    label.Choose(logits, beamSize: 4);
                    return step.Stack(logits);
                },
                maxLength: 10
            );
            s.Net.Loss("ce", CrossEntropy(scores, targets));
        });

        Assert.Equal("", Findings(net));
    }

    [Fact]
    public void Numbers_drawn_in_a_step_are_others_in_the_next()
    {
        var net = Sample.Of(s =>
        {
            var result = Loop(
                s.Time,
                step => step.Stack(step.Unstack(s.Data) + RandomNormal([Dim.Batch, s.In], deviation: 0.1))
            );
            s.Net.Output(result);
        });

        Assert.Contains("\n    \"random\": {", Emitted.Text(net), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.7)]
    public void A_decoder_with_scheduled_sampling_can_be_verified(double goldShare) =>
        Assert.Equal("", Findings(Decoder(goldShare)));

    [Fact]
    public void A_decoder_with_scheduled_sampling_is_not_one_that_follows_the_targets() =>
        Assert.Contains("ND7010", Differences(Decoder(0.0), Decoder(1.0)), StringComparison.Ordinal);

    [Fact]
    public void Labels_are_drawn_by_their_scores() =>
        Assert.Equal("", Differences(Decoder(0.0, isCertain: true), Decoder(1.0, isCertain: true)));

    // One that is certain gives all other labels no chance.
    private static Net Decoder(double goldShare, bool isCertain = false) =>
        Sample.Of(s =>
        {
            var targets = s.Net.Input("classes", [Dim.Batch, Dim.Dynamic("labels")], sparse: s.Out);
            var embedding = s.Net.Add("embedding", new Embedding(Dim.Feature("embedded", 5), s.Out));
            var map = s.Net.Add("map", new Linear(s.Out));
            var scores = Decode(
                targets,
                step =>
                {
                    var label = step.Choice(targets, initial: 0);
                    var read = map.Call(Tanh(embedding.Call(label.Previous)));
                    label.Choose(
                        isCertain ? OneHot(step.Unstack(targets)) * 1000.0 : read,
                        beamSize: 4,
                        goldShare: goldShare
                    );
                    return step.Stack(read);
                },
                maxLength: 10
            );
            s.Net.Loss("ce", CrossEntropy(scores, targets));
        });

    private static string Findings(Net net) =>
        string.Join('\n', NetVerifier.Verify(net, ConfigEmitter.Emit, new()).Diagnostics);

    private static string Differences(Net left, Net right) =>
        string.Join(
            '\n',
            NetVerifier.Compare(Emitted.Text(left), "left.py", Emitted.Text(right), "right.py", new()).Diagnostics
        );
}
