using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>Variables that layers make inside of branches: RETURNN trains those below the scope of their branch only.</summary>
public sealed class BranchVariableTests
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task An_LSTM_in_one_branch_and_one_in_the_other(Form form) =>
        await Verify(Emitted.Text(Chosen(), form), Emitted.Extension(form)).UseParameters(form);

    [Fact]
    public async Task A_linear_layer_in_a_branch_in_a_loop_in_a_branch() =>
        await Verify(
            Emitted.Text(
                Sample.Of(s =>
                {
                    var map = s.Net.Add("m", new Two(s.Out));
                    s.Net.Output(
                        Cond(
                            TrainFlag(),
                            () =>
                                Loop(
                                    s.Time,
                                    step =>
                                    {
                                        var x = step.Unstack(s.Data);
                                        var sum = step.State([Dim.Batch, s.Out], name: "sum");
                                        sum.Assign(
                                            sum.Previous
                                                + Cond(step.Index > 0, () => map.OfFrame(x), () => Tanh(map.OfFrame(x)))
                                        );
                                        return step.Last(sum);
                                    }
                                ),
                            () => ReduceMax(map.First.Call(s.Data), [s.Time])
                        )
                    );
                })
            ),
            "py"
        );

    [Fact]
    public void Modules_in_branches_that_have_nothing_in_common_lose_their_variables()
    {
        var net = Sample.Of(s =>
        {
            var first = s.Net.Add("first", new Lstm(s.Out));
            var second = s.Net.Add("second", new Lstm(s.Out));
            s.Net.Output(Cond(TrainFlag(), () => first.Call(s.Data), () => second.Call(s.Data)));
        });

        Assert.All(Emitted.Errors(net), error => Assert.Equal("ND3015", error.Code));
    }

    [Fact]
    public void Noise_in_branches_has_its_states_below_their_cond()
    {
        var net = Sample.Of(s =>
            s.Net.Output(
                Cond(TrainFlag(), () => s.Data + RandomNormal([s.In]), () => s.Data + RandomUniform([s.In], 0.0, 1.0))
            )
        );

        Assert.DoesNotContain("\"name_scope\": \"/", Emitted.Text(net), StringComparison.Ordinal);
    }

    private static Net Chosen() =>
        Sample.Of(s =>
        {
            var map = s.Net.Add("m", new Two(s.Out));
            s.Net.Output(Cond(TrainFlag(), () => map.First.Call(s.Data), () => map.Second.Call(s.Data)));
        });

    private sealed class Two(Dim output) : Module
    {
        public Lstm First { get; } = new(output);
        public Lstm Second { get; } = new(output);

        public Tensor OfFrame(Tensor x)
        {
            using var call = Enter(x);
            return Layer.Raw(
                "linear",
                [x],
                [Dim.Batch, output],
                OptionValue.Dict(("out_dim", output), ("activation", "tanh"))
            );
        }
    }
}
