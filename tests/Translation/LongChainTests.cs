using System.Text.RegularExpressions;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>Long chains: neither NetDsl nor RETURNN recurses along them.</summary>
public sealed partial class LongChainTests
{
    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 2)]
    public void Only_a_long_chain_has_a_construction_order(int layers, int added) =>
        Assert.Equal(
            layers + added,
            EmittedNet
                .Parse(
                    Emitted.Text(
                        Sample.Of(s =>
                            s.Net.Output(
                                Enumerable
                                    .Range(0, layers)
                                    .Aggregate(s.Data, (x, step) => step == layers - 1 ? -x : (-x).Named($"step{step}"))
                            )
                        )
                    )
                )
                .Root.Layers.Count
        );

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(3000)]
    public void A_chain_is_built_from_its_start(int layers) =>
        Assert.InRange(Construction.Of(EmittedNet.Parse(Emitted.Text(Chain(layers)))).Depth, 1, 100);

    [Fact]
    public void The_construction_order_builds_only_what_the_net_has() =>
        Assert.Equal(302, Construction.Of(EmittedNet.Parse(Emitted.Text(Chain(300)))).Built);

    [Fact]
    public void A_chain_through_branches_is_built_from_its_start()
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data;
            for (var i = 0; i < 300; i++)
            {
                x = i % 3 == 0 ? Cond(TrainFlag(), () => Gelu(x), () => x) : Gelu(x);
            }

            s.Net.Output(x);
        });

        Assert.InRange(Construction.Of(EmittedNet.Parse(Emitted.Text(net))).Depth, 1, 100);
    }

    [Fact]
    public void What_a_long_step_of_a_loop_reads_is_built_before_it()
    {
        var net = Sample.Of(s =>
        {
            var x = Enumerable.Range(0, 90).Aggregate(s.Data, (x, _) => Softmax(x, over: s.In));
            s.Net.Output(
                Loop(
                    s.Time,
                    step =>
                    {
                        var h = step.State([Dim.Batch, s.In]);
                        var next = Enumerable.Range(0, 100).Aggregate(h.Previous, (y, _) => Softmax(y, over: s.In));
                        h.Assign(next + step.Unstack(x));
                        return step.Stack(h);
                    }
                )
            );
        });

        Assert.InRange(Construction.Of(EmittedNet.Parse(Emitted.Text(net))).Depth, 1, 150);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.PythonPrimitive)]
    [InlineData(Form.Json)]
    public void Fifty_thousand_layers_take_ten_times_the_text_of_five_thousand(Form form) =>
        Assert.InRange(
            WithoutNumbers(Emitted.Text(Chain(50_000), form))
                / (double)WithoutNumbers(Emitted.Text(Chain(5_000), form)),
            9.5,
            10.5
        );

    private static Net Chain(int layers) =>
        Sample.Of(s =>
        {
            var x = s.Data;
            for (var i = 0; i < layers; i++)
            {
                x = i % 2 == 0 ? Gelu(x) : x + s.Data;
            }

            s.Net.Output(x);
        });

    // Names get longer with their numbers; that is no growth of the net.
    private static int WithoutNumbers(string text) => Digits().Replace(text, "").Length;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
