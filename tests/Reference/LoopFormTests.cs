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

    private static string Findings(Net net) =>
        string.Join('\n', NetVerifier.Verify(net, ConfigEmitter.Emit, new()).Diagnostics);
}
