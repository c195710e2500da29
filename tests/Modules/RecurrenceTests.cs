using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Modules;

/// <summary>Names, dims and refusals of recurrent modules.</summary>
public sealed class RecurrenceTests
{
    [Fact]
    public void Weights_that_two_calls_share_decay_once()
    {
        var net = ModuleNet.Summary(s =>
        {
            var lstm = s.Net.Add("lstm", new Lstm(s.In) { ParameterOptions = new() { L2 = 0.01 } });
            return lstm.Call(lstm.Call(s.Data));
        });

        Assert.Equal(
            [true, false],
            net.Layers.Where(layer => layer.Class == "rec").Select(layer => layer.Options.ContainsKey("L2"))
        );
    }

    public static TheoryData<string, string> Variables =>
        new()
        {
            { "standard", "m/rec/lstm_cell/bias [16]; m/rec/lstm_cell/kernel [7, 16]" },
            { "native", "m/rec/W [3, 16]; m/rec/W_re [4, 16]; m/rec/b [16]" },
            {
                "native trained",
                "m/rec/W [3, 16]; m/rec/W_re [4, 16]; m/rec/b [16]; m/rec/initial_c [4]; m/rec/initial_h [4]"
            },
            { "zoneout", "m/rec/lstm_cell/bias [16]; m/rec/lstm_cell/kernel [7, 16]" },
            {
                "gru",
                "m/rec/gru_cell/candidate/bias [4]; m/rec/gru_cell/candidate/kernel [7, 4]; m/rec/gru_cell/gates/bias [8]; m/rec/gru_cell/gates/kernel [7, 8]; m/rec/initial_var [4]"
            },
            { "plain", "m/rec/basic_rnn_cell/bias [4]; m/rec/basic_rnn_cell/kernel [7, 4]" },
            {
                "both",
                "m/backward/rec/W [3, 16]; m/backward/rec/W_re [4, 16]; m/backward/rec/b [16]; m/forward/rec/W [3, 16]; m/forward/rec/W_re [4, 16]; m/forward/rec/b [16]"
            },
            {
                "stack",
                "m/layers/0/backward/rec/lstm_cell/bias [16]; m/layers/0/backward/rec/lstm_cell/kernel [7, 16]; m/layers/0/forward/rec/lstm_cell/bias [16]; m/layers/0/forward/rec/lstm_cell/kernel [7, 16]; m/layers/1/backward/rec/lstm_cell/bias [16]; m/layers/1/backward/rec/lstm_cell/kernel [12, 16]; m/layers/1/forward/rec/lstm_cell/bias [16]; m/layers/1/forward/rec/lstm_cell/kernel [12, 16]"
            },
        };

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_recurrent_module_has_RETURNNs_variables(string module, string variables) =>
        Assert.Equal(variables.Split("; "), ModuleNet.Variables(s => Call(module, s)));

    [Theory]
    [MemberData(nameof(Variables))]
    public void The_dims_that_come_out_are_those_that_RETURNN_finds(string module, string variables)
    {
        Assert.NotEmpty(variables);

        Assert.Empty(ModuleNet.Inferred(s => Call(module, s)).Faults);
    }

    [Fact]
    public void Two_calls_share_the_variables() =>
        Assert.Equal(
            ["m/rec/basic_rnn_cell/bias [4]", "m/rec/basic_rnn_cell/kernel [7, 4]"],
            ModuleNet.Variables(s =>
            {
                var rnn = s.Net.Add("m", new VanillaRnn(s.Out));
                return rnn.Call(s.Data) * rnn.Call(-s.Data);
            })
        );

    [Fact]
    public void A_last_state_that_nobody_reads_is_no_layer() =>
        Assert.DoesNotContain(
            ModuleNet.Summary(s => s.Net.Add("m", new Lstm(s.Out)).CallWithState(s.Data).Output).Layers,
            layer => layer.Class == "get_last_hidden_state"
        );

    [Fact]
    public void The_last_state_has_the_dims_of_a_frame() =>
        Sample.Of(s => Assert.Equal([Dim.Batch, s.Out], new Lstm(s.Out).CallWithState(s.Data).Last.Cell.Dims));

    [Fact]
    public void The_next_layer_of_a_stack_reads_both_directions_at_once() =>
        Assert.Equal(
            "[\"m.layers.0.forward\", \"m.layers.0.backward\"]",
            ModuleNet
                .Summary(s => s.Net.Add("m", new StackedBiLstm(s.Out, layers: 2)).Call(s.Data).Output)[
                    "m.layers.1.forward"
                ]
                .Options["from"]
        );

    [Fact]
    public void Maxima_between_the_layers_shorten_the_time() =>
        Sample.Of(s =>
        {
            var (_, time) = new StackedBiLstm(s.Out, layers: 3, pooling: [3, 2]).Call(s.Data);

            Assert.Same(s.Time.CeilDiv(3).CeilDiv(2), time);
        });

    [Fact]
    public void A_state_of_other_dims_cannot_be_the_first()
    {
        var line = 0;
        var net = Sample.Of(s =>
        {
            var state = Ops.ReduceMean(s.Data, [s.Time]);
            line = NextLine();
            s.Net.Output(new Gru(s.Out).Call(s.Data, state));
        });

        Says(
            net,
            new(
                "ND2060",
                line,
                "The states of Gru have the dims [batch, out:4], but it shall begin with [batch, in:3].",
                "Map the state to these dims, with Linear for instance."
            )
        );
    }

    [Fact]
    public void A_state_is_had_of_vectors_in_time_only()
    {
        var channel = Dim.Spatial("channel", 2);
        var net = Started(out var data, Dim.Batch, Dim.Dynamic("time"), channel, Dim.Feature("in", 9));
        var line = NextLine();
        net.Output(new Lstm(Dim.Feature("out", 4)).CallWithState(data).Last.Hidden);

        Assert.Equal([("ND2061", line)], CodesAndLines(net).Distinct());
    }

    [Fact]
    public void The_native_unit_has_no_forget_bias() =>
        Assert.Throws<ArgumentException>(() => new Lstm(Dim.Feature("out", 4), LstmUnit.Native, forgetBias: 1.0));

    [Fact]
    public void The_standard_unit_drops_no_recurrent_weights() =>
        Assert.Throws<ArgumentException>(() => new Lstm(Dim.Feature("out", 4), recurrentDropout: 0.1));

    [Fact]
    public void There_are_no_more_poolings_than_layers() =>
        Assert.Throws<ArgumentException>(() => new StackedBiLstm(Dim.Feature("out", 4), layers: 1, pooling: [2, 2]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_rate_is_from_0_to_below_1(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ZoneoutLstm(Dim.Feature("out", 4), cell: rate));

    private static Tensor Call(string module, Sample s) =>
        module switch
        {
            "standard" => s.Net.Add("m", new Lstm(s.Out)).Call(s.Data),
            "native" => s.Net.Add("m", new Lstm(s.Out, LstmUnit.Native, backward: true)).Call(s.Data),
            "native trained" => s
                .Net.Add("m", new Lstm(s.Out, LstmUnit.Native, learnedInitialState: true))
                .Call(s.Data),
            "zoneout" => s.Net.Add("m", new ZoneoutLstm(s.Out, cell: 0.1)).Call(s.Data),
            "gru" => s.Net.Add("m", new Gru(s.Out, learnedInitialState: true)).Call(s.Data),
            "plain" => s.Net.Add("m", new VanillaRnn(s.Out)).Call(s.Data),
            "both" => s.Net.Add("m", new BiLstm(s.Out, LstmUnit.Native)).Call(s.Data),
            _ => s.Net.Add("m", new StackedBiLstm(s.Out, layers: 2, pooling: [2])).Call(s.Data).Output,
        };
}
