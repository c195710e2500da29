using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class CondDiagnosticTests
{
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);
    private static readonly Dim words = Dim.Feature("words", 2);

    [Fact]
    public void A_condition_that_is_a_number_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var conditionLine = NextLine();
        var condition = ReduceSum(data, [Dim.Batch, features]);
        var line = NextLine();
        _ = Cond(condition, () => data, () => data);

        Says(
            net,
            new(
                "ND2005",
                line,
                "A condition is one truth value, but this is float32 with the dims [].",
                "Compare it with something, or use TrainFlag()."
            )
            {
                Related = [(conditionLine, "the condition: sum []")],
            }
        );
    }

    [Fact]
    public void A_condition_with_a_truth_value_for_each_entry_is_refused()
    {
        var net = Started(out var data, Dim.Batch, features);
        var conditionLine = NextLine();
        var condition = data > 0.0;
        var line = NextLine();
        _ = Cond(condition, () => data, () => data);

        Says(
            net,
            new(
                "ND2005",
                line,
                "A condition is one truth value, but this is bool with the dims [batch, in:9].",
                "Use Where to choose entry by entry, or reduce it with ReduceAny or ReduceAll."
            )
            {
                Related = [(conditionLine, "the condition: compare [batch, in:9]")],
            }
        );
    }

    [Fact]
    public void When_refuses_what_is_no_condition_too()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        When(ReduceSum(data, [Dim.Batch, features]), () => { });

        Assert.Equal([("ND2005", line)], CodesAndLines(net));
    }

    [Fact]
    public void Branches_must_yield_the_same_number_of_results()
    {
        var net = Started(out var data, Dim.Batch, features);
        var line = NextLine();
        _ = Cond(TrainFlag(), () => [data, data], () => [data]);

        Says(
            net,
            new(
                "ND2006",
                line,
                "One branch yields 2 results, the other 1.",
                "Return the same number of tensors from both branches."
            )
        );
    }

    [Fact]
    public void Branches_must_yield_the_same_dims()
    {
        var net = Started(out var data, Dim.Batch, features);
        var thenLine = NextLine();
        var then = Relu(data);
        var otherwiseLine = NextLine();
        var otherwise = ReduceMean(data, [features]);
        var line = NextLine();
        _ = Cond(TrainFlag(), () => (data, then), () => (data, otherwise));

        Says(
            net,
            new(
                "ND2007",
                line,
                "Result 2 is [batch, in:9] in one branch and [batch] in the other.",
                "Give both branches the same dims."
            )
            {
                Related = [(thenLine, "when true: relu [batch, in:9]"), (otherwiseLine, "when false: mean [batch]")],
            }
        );
    }

    [Fact]
    public void Branches_must_yield_the_same_type()
    {
        var net = Started(out var data, Dim.Batch, features);
        var thenLine = NextLine();
        var then = Relu(data);
        var otherwiseLine = NextLine();
        var otherwise = Cast(data, DataType.Int32);
        var line = NextLine();
        _ = Cond(TrainFlag(), () => then, () => otherwise);

        Says(net, TypesAt(line, "float32", "int32", (thenLine, "relu"), (otherwiseLine, "cast")));
    }

    [Fact]
    public void Branches_must_yield_indices_into_the_same_classes()
    {
        var net = Started(out _, Dim.Batch, features);
        var thenLine = NextLine();
        var then = net.Input("then", [Dim.Batch, features], sparse: classes);
        var otherwiseLine = NextLine();
        var otherwise = net.Input("otherwise", [Dim.Batch, features], sparse: words);
        var line = NextLine();
        _ = Cond(TrainFlag(), () => then, () => otherwise);

        Says(
            net,
            TypesAt(
                line,
                "class indices into classes:2",
                "class indices into words:2",
                (thenLine, "data"),
                (otherwiseLine, "data")
            )
        );
    }

    [Fact]
    public void Every_result_that_differs_is_reported()
    {
        var net = Started(out var data, Dim.Batch, features);
        var mean = ReduceMean(data, [features]);
        _ = Cond(TrainFlag(), () => [data, mean, data], () => [mean, mean, mean]);

        Assert.Equal(
            [
                "Result 1 is [batch, in:9] in one branch and [batch] in the other.",
                "Result 3 is [batch, in:9] in one branch and [batch] in the other.",
            ],
            Diagnostics(net).Select(diagnostic => diagnostic.Message)
        );
    }

    private static Expected TypesAt(
        int line,
        string then,
        string otherwise,
        (int Line, string Kind) thenPlace,
        (int Line, string Kind) otherwisePlace
    ) =>
        new(
            "ND2008",
            line,
            $"Result 1 is {then} in one branch and {otherwise} in the other.",
            "Convert one of them with Cast."
        )
        {
            Related =
            [
                (thenPlace.Line, $"when true: {thenPlace.Kind} [batch, in:9]"),
                (otherwisePlace.Line, $"when false: {otherwisePlace.Kind} [batch, in:9]"),
            ],
        };
}
