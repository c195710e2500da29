using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>What is wrong with operands of functions that pick, count and draw, and of losses.</summary>
public sealed class SelectionDiagnosticTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 5);
    private static readonly Dim slots = Dim.Spatial("slots", 4);

    public static TheoryData<string, Action<Net, Tensor>> Mistakes { get; } =
        new()
        {
            { "ND2002", (net, x) => Gather(x, Places(net), axis: slots) },
            { "ND2003", (net, x) => Gather(x, Real(net), axis: time) },
            { "ND2002", (_, x) => Gather(x, 0, axis: slots) },
            { "ND2050", (_, x) => Gather(x, 9, axis: features) },
            { "ND2002", (net, x) => ScatterAdd(x, Places(net), axis: features, into: slots) },
            { "ND2055", (net, x) => ScatterAdd(x, Places(net), axis: Dim.Batch, into: slots) },
            { "ND2003", (net, x) => ScatterAdd(x, Real(net), axis: time, into: slots) },
            { "ND2003", (net, x) => ScatterAdd(x > 0, Places(net), axis: time, into: slots) },
            { "ND2003", (net, _) => ScatterAdd(Places(net), Places(net, "b"), time, slots, dropInvalid: true) },
            { "ND2051", (net, x) => ScatterAdd(x, Places(net), axis: time, into: features) },
            { "ND2051", (net, x) => ScatterAdd(x, Places(net), axis: time, into: Dim.Batch) },
            { "ND2053", (net, _) => OneHot(Places(net)) },
            { "ND2054", (_, x) => OneHot(ArgMax(x, axis: time)) },
            { "ND2051", (net, _) => OneHot(net.Input("odd", [Dim.Batch, classes], sparse: classes)) },
            { "ND2053", (net, _) => SmoothLabels(Places(net), 0.1) },
            { "ND2002", (_, x) => ArgMax(x, axis: slots) },
            { "ND2003", (_, x) => ArgMin(x > 0, axis: time) },
            { "ND2002", (_, x) => TopK(x, axis: classes, best: slots) },
            { "ND2003", (_, x) => TopK(x > 0, axis: features, best: slots) },
            { "ND2050", (_, x) => TopK(x, axis: features, best: Dim.Spatial("best", 10)) },
            { "ND2051", (_, x) => TopK(x, axis: time, best: features) },
            { "ND2002", (net, x) => SearchSorted(Real(net), x, axis: features) },
            { "ND2002", (net, x) => SearchSorted(x, Real(net), axis: time) },
            { "ND2052", (net, _) => SearchSorted(Real(net), net.Input("one", [Dim.Batch]), axis: time) },
            { "ND2004", (net, _) => SearchSorted(Real(net), Places(net), axis: time) },
            { "ND2003", (net, _) => SearchSorted(Labels(net), Labels(net, "b"), axis: time) },
            { "ND2002", (net, x) => BooleanMask(Real(net), x > 0, Dim.Dynamic("kept")) },
            { "ND2010", (_, x) => BooleanMask(x, TrainFlag(), Dim.Dynamic("kept")) },
            { "ND2003", (net, x) => BooleanMask(x, Real(net), Dim.Dynamic("kept")) },
            { "ND2051", (net, x) => BooleanMask(x, Real(net) > 0, time) },
            { "ND2002", (_, x) => Cumsum(x, axis: slots) },
            { "ND2003", (_, x) => Cumsum(x > 0, axis: time) },
            { "ND2003", (net, _) => Cumsum(Labels(net), axis: time) },
            { "ND2002", (_, x) => Dropout(x, 0.1, axes: [slots]) },
            { "ND2003", (net, _) => Dropout(Places(net), 0.1) },
            { "ND2003", (net, _) => ScaledGradient(Places(net), 0.1) },
            { "ND2003", (net, _) => Clip(Places(net), 0, 1) },
            { "ND2003", (net, _) => LeakyRelu(Places(net)) },
            { "ND2003", (net, _) => LogSigmoid(Places(net)) },
            { "ND2003", (net, _) => LogAddExp(Places(net), Places(net, "b")) },
            { "ND2003", (_, x) => Modulo(x > 0, x > 1) },
            { "ND2001", (net, x) => BinaryCrossEntropy(x, Real(net)) },
            { "ND2003", (_, x) => BinaryCrossEntropy(x, x > 0) },
            { "ND2001", (net, x) => MeanSquaredError(ReduceMean(x, [time]), Real(net)) },
            { "ND2001", (net, x) => MeanAbsoluteError(ReduceMean(x, [time]), Real(net)) },
            { "ND2053", (_, x) => FocalCrossEntropy(x, x) },
            { "ND2003", (_, x) => KlDivergence(x, x > 0) },
            { "ND2001", (_, x) => KlDivergence(ReduceMean(x, [time]), x) },
            { "ND2003", (net, x) => Ctc(x > 0, Labels(net)) },
            { "ND2053", (net, x) => Ctc(x, Places(net)) },
            { "ND2056", (net, x) => Ctc(ReduceMean(x, [time]), Labels(net)) },
            { "ND2056", (net, x) => Ctc(x, Gather(Labels(net), 0, axis: time)) },
            { "ND2057", (net, x) => Ctc(x, Labels(net)) },
            { "ND2058", (net, x) => Ctc(x, net.Input("labels", [Dim.Batch, time], sparse: features), blank: 9) },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_once(string code, Action<Net, Tensor> record)
    {
        var net = Started(out var data, Dim.Batch, time, features);
        record(net, data);

        Assert.Equal(code, Assert.Single(Diagnostics(net)).Code);
    }

    [Fact]
    public void A_normalizer_of_a_loss_must_be_a_number()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        net.Loss("loss", ReduceMean(data, [features]), normalizer: TrainFlag());

        Assert.Equal([("ND2003", line)], CodesAndLines(net));
    }

    [Fact]
    public void Too_few_entries_are_counted_at_the_users_line()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var operand = net.Input("operand", [Dim.Batch, classes]);
        var line = NextLine();
        _ = TopK(operand, axis: classes, best: Dim.Spatial("best", 6));

        Says(
            net,
            new(
                "ND2050",
                line,
                "top_k needs 6 entries, but classes:5 has fewer.",
                "Ask for as many entries as there are."
            )
            {
                Related = [(operandLine, "the operand: data [batch, classes:5]")],
            }
        );
    }

    [Fact]
    public void What_follows_from_a_mistake_is_not_said()
    {
        var net = Started(out var data, Dim.Batch, features);
        var wrong = data + net.Input("other", [Dim.Batch, classes]);
        _ = OneHot(wrong);
        _ = TopK(wrong, axis: slots, best: classes);
        _ = SmoothLabels(wrong, 0.1);

        Assert.Equal("ND2001", Assert.Single(Diagnostics(net)).Code);
    }

    private static Tensor Places(Net net, string key = "places") =>
        net.Input(key, [Dim.Batch, time], type: DataType.Int32);

    private static Tensor Labels(Net net, string key = "labels") => net.Input(key, [Dim.Batch, time], sparse: classes);

    private static Tensor Real(Net net) => net.Input("real", [Dim.Batch, time]);
}
