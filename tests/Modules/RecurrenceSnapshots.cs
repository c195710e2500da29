using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Modules;

/// <summary>Each recurrent module in a net with an output and a loss.</summary>
public sealed class RecurrenceSnapshots
{
    public static TheoryData<Form> Forms => [Form.Python, Form.Json];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lstm_with_all_options(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                        s.Net.Add(
                                "lstm",
                                new Lstm(
                                    s.Out,
                                    LstmUnit.Native,
                                    recurrentDropout: 0.2,
                                    dropout: 0.1,
                                    learnedInitialState: true
                                )
                            )
                            .Call(s.Data)
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lstm_that_goes_on_where_another_ended(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                    {
                        var (_, last) = s.Net.Add("first", new Lstm(s.Out)).CallWithState(s.Data);
                        return s.Net.Add("second", new Lstm(s.Out, forgetBias: 0.0)).Call(s.Data, last);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Zoneout_lstm(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s => s.Net.Add("lstm", new ZoneoutLstm(s.Out, cell: 0.15, hidden: 0.05)).Call(s.Data)
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Gru_that_goes_on_where_it_ended(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                    {
                        var gru = s.Net.Add("gru", new Gru(s.Out));
                        return gru.Call(s.Data, gru.CallWithState(s.Data).Last);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Vanilla_rnn_backward(Form form) =>
        await Verify(
                ModuleNet.Text(form, s => s.Net.Add("rnn", new VanillaRnn(s.Out, backward: true)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Bi_lstm_before_a_linear(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                    {
                        var both = s.Net.Add("encoder", new BiLstm(s.Out, LstmUnit.Native)).Call(s.Data);
                        return s.Net.Add("ff", new Linear(Dim.Feature("classes", 5))).Call(both);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Bi_lstm_stack(Form form) =>
        await Verify(
                ModuleNet.Text(
                    form,
                    s =>
                        s.Net.Add("encoder", new StackedBiLstm(s.Out, 3, pooling: [3, 2], dropout: 0.3))
                            .Call(s.Data)
                            .Output
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);
}
