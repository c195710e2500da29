using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

/// <summary>One message for each cause, the first cause first, and nothing about what follows from it.</summary>
public sealed class DiagnosticOrderTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void Several_mistakes_are_all_reported_in_the_order_they_were_made()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var other = net.Input("data", [Dim.Batch, time]);
        _ = data + other;
        _ = Not(data);
        _ = Cond(data, () => data, () => data);
        _ = ReduceMean(data, [classes]);
        net.Loss("a b", data);
        new Parameter([features], name: "weight").Assign(0.0);

        Assert.Equal(
            [
                ("ND1006", line),
                ("ND2001", line + 1),
                ("ND2003", line + 2),
                ("ND2005", line + 3),
                ("ND2002", line + 4),
                ("ND1007", line + 5),
                ("ND4003", line + 6),
            ],
            CodesAndLines(net)
        );
    }

    [Fact]
    public void What_is_computed_from_a_mistake_is_not_reported_again()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var wrong = data + net.Input("other", [Dim.Batch, time]);
        var (mean, variance) = Moments(wrong, [classes]);
        var chosen = Cond(wrong, () => (wrong, mean), () => (data, variance));
        When(Not(chosen.First), () => new Parameter([], auxiliary: true, name: "p").Assign(wrong));
        net.Loss("loss", CrossEntropy(Softmax(chosen.Second, classes), Log(wrong)));
        net.Loss("typed", Not(wrong));

        Assert.Equal([("ND2001", line)], CodesAndLines(net));
    }

    [Fact]
    public void A_tensor_of_another_net_is_reported_once_however_far_it_reaches()
    {
        var foreign = new Net("first").Input("data", [Dim.Batch, time]);
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        var wrong = data * foreign;
        net.Output(Log(Cast(wrong + data, DataType.Float32)));

        Assert.Equal([("ND1001", line)], CodesAndLines(net));
    }

    [Fact]
    public void Each_wrong_use_is_a_mistake_of_its_own()
    {
        var net = Started(out var data, Dim.Batch, features);
        var other = net.Input("other", [Dim.Batch, time]);
        var line = NextLine();
        _ = data + other;
        _ = data * other;

        Assert.Equal([("ND2001", line), ("ND2001", line + 1)], CodesAndLines(net));
    }

    [Fact]
    public void A_result_of_a_Cond_with_a_mistake_in_one_branch_is_not_compared()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        Tensor Then() => Not(ReduceMean(data, [features]));
        net.Output(Cond(TrainFlag(), Then, () => data));

        Assert.Equal([("ND2003", line)], CodesAndLines(net));
    }
}
