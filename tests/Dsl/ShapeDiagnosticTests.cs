using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Dsl.Recorded;

namespace NetDsl.Tests.Dsl;

public sealed class ShapeDiagnosticTests
{
    private const string CastIt = "Convert it with Cast.";
    private const string CastOne = "Convert one of them with Cast.";

    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 9);
    private static readonly Dim classes = Dim.Feature("classes", 2);

    [Fact]
    public void An_operator_names_both_shapes_and_both_lines_of_a_mismatch()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch, time]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch, classes]);
        var line = NextLine();
        _ = left * right;

        Says(net, MismatchAt(line, "mul", leftLine, rightLine));
    }

    [Fact]
    public void A_function_names_both_shapes_and_both_lines_of_a_mismatch()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch, time]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch, classes]);
        var line = NextLine();
        _ = SquaredDifference(left, right);

        Says(net, MismatchAt(line, "squared_difference", leftLine, rightLine));
    }

    [Fact]
    public void A_comparison_names_both_shapes_and_both_lines_of_a_mismatch()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch, time]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch, classes]);
        var line = NextLine();
        _ = left < right;

        Says(net, MismatchAt(line, "compare", leftLine, rightLine));
    }

    [Fact]
    public void A_choice_names_both_shapes_and_both_lines_of_a_mismatch()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch, time]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch, classes]);
        var line = NextLine();
        _ = Where(TrainFlag(), left, right);

        Says(net, MismatchAt(line, "where", leftLine, rightLine));
    }

    [Fact]
    public void A_mismatch_of_dims_of_one_name_says_to_make_the_dim_once()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch, Dim.Dynamic("time")]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch, Dim.Dynamic("time")]);
        var line = NextLine();
        _ = left - right;

        Says(
            net,
            new(
                "ND2001",
                line,
                "sub of [batch, time:?] and [batch, time:?]: neither has all dims of the other.",
                "Two different dims are called \"time\": make the dim once and use that object in both places."
            )
            {
                Related = [(leftLine, "left: data [batch, time:?]"), (rightLine, "right: data [batch, time:?]")],
            }
        );
    }

    [Fact]
    public void Cross_entropy_needs_a_target_for_each_frame_of_the_logits()
    {
        var net = Started(out _, Dim.Batch, features);
        var logitsLine = NextLine();
        var logits = net.Input("logits", [Dim.Batch, time, classes]);
        var targetLine = NextLine();
        var target = net.Input("target", [Dim.Batch], sparse: classes);
        var line = NextLine();
        _ = CrossEntropy(logits, target);

        Says(
            net,
            new(
                "ND2001",
                line,
                "cross_entropy of [batch, time:?, classes:2] and [batch]: neither has all dims of the other.",
                "If all dims of both are meant, write Broadcast(x) for one of them."
            )
            {
                Related = [(logitsLine, "left: data [batch, time:?, classes:2]"), (targetLine, "right: data [batch]")],
            }
        );
    }

    [Fact]
    public void A_reduction_over_a_dim_that_is_not_there_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var operand = net.Input("operand", [Dim.Batch, time]);
        var line = NextLine();
        _ = ReduceMean(operand, [time, classes]);

        Says(net, NoSuchDimAt(line, "mean", "[classes:2]", "[batch, time:?]", operandLine, suggestion: null));
    }

    [Fact]
    public void Padding_cannot_be_left_out_of_what_is_the_same_for_all_sequences()
    {
        var net = Started(out _, Dim.Batch, features);
        var operand = RangeInAxis(net.Input("operand", [Dim.Batch, time]), time, DataType.Float32);
        var line = NextLine();
        _ = ReduceMax(operand, [time]);
        _ = Softmax(operand, over: time);

        Assert.Equal([("ND2016", line), ("ND2016", line + 1)], CodesAndLines(net));
    }

    [Fact]
    public void Padding_can_be_taken_in()
    {
        var net = Started(out _, Dim.Batch, features);
        var operand = RangeInAxis(net.Input("operand", [Dim.Batch, time]), time, DataType.Float32);
        net.Output(ReduceMax(operand, [time], masked: false));

        Assert.Empty(CodesAndLines(net));
    }

    [Fact]
    public void A_softmax_over_a_dim_made_twice_says_to_make_it_once()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var operand = net.Input("operand", [Dim.Batch, classes]);
        var line = NextLine();
        _ = Softmax(operand, over: Dim.Feature("classes", 2));

        Says(
            net,
            NoSuchDimAt(
                line,
                "softmax",
                "[classes:2]",
                "[batch, classes:2]",
                operandLine,
                "Two different dims are called \"classes\": make the dim once and use that object in both places."
            )
        );
    }

    [Fact]
    public void A_dot_over_a_dim_that_one_operand_lacks_names_that_operand()
    {
        var net = Started(out var data, Dim.Batch, features);
        var operandLine = NextLine();
        var operand = net.Input("operand", [Dim.Batch, classes]);
        var line = NextLine();
        _ = Dot(data, operand, reduce: features);

        Says(net, NoSuchDimAt(line, "dot", "[in:9]", "[batch, classes:2]", operandLine, suggestion: null));
    }

    [Fact]
    public void A_cross_entropy_whose_logits_lack_the_classes_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var logitsLine = NextLine();
        var logits = net.Input("logits", [Dim.Batch, features]);
        var target = net.Input("target", [Dim.Batch], sparse: classes);
        var line = NextLine();
        _ = CrossEntropy(logits, target);

        Says(net, NoSuchDimAt(line, "cross_entropy", "[classes:2]", "[batch, in:9]", logitsLine, suggestion: null));
    }

    [Fact]
    public void A_logarithm_of_truth_values_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var mask = net.Input("mask", [Dim.Batch], type: DataType.Bool);
        var line = NextLine();
        _ = Log(mask);

        Says(net, WrongTypeAt(line, "log needs a real number, but its operand is bool.", CastIt, operandLine));
    }

    [Fact]
    public void A_function_of_class_indices_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var target = net.Input("target", [Dim.Batch], sparse: classes);
        var line = NextLine();
        _ = -target;

        Says(
            net,
            WrongTypeAt(
                line,
                "negate needs a number, but its operand is class indices into classes:2.",
                "Turn class indices into vectors with an embedding.",
                operandLine
            )
        );
    }

    [Fact]
    public void Not_of_numbers_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var number = net.Input("number", [Dim.Batch], type: DataType.Int32);
        var line = NextLine();
        _ = Not(number);

        Says(net, WrongTypeAt(line, "not needs a truth value, but its operand is int32.", CastIt, operandLine));
    }

    [Fact]
    public void A_quotient_of_whole_numbers_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var number = net.Input("number", [Dim.Batch], type: DataType.Int32);
        var line = NextLine();
        _ = number / number;

        Says(net, WrongTypeAt(line, "div needs a real number, but its operand is int32.", CastIt, operandLine));
    }

    [Fact]
    public void A_loss_that_is_no_real_number_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var number = net.Input("number", [Dim.Batch], type: DataType.Int32);
        var line = NextLine();
        net.Loss("loss", number);

        Says(net, WrongTypeAt(line, "loss needs a real number, but its operand is int32.", CastIt, operandLine));
    }

    [Fact]
    public void Two_types_do_not_mix()
    {
        var net = Started(out _, Dim.Batch, features);
        var leftLine = NextLine();
        var left = net.Input("left", [Dim.Batch]);
        var rightLine = NextLine();
        var right = net.Input("right", [Dim.Batch], type: DataType.Int64);
        var line = NextLine();
        _ = left + right;

        Says(
            net,
            new("ND2004", line, "add of float32 and int64.", CastOne)
            {
                Related = [(leftLine, "left: data [batch]"), (rightLine, "right: data [batch]")],
            }
        );
    }

    [Fact]
    public void A_reduction_over_no_dims_is_refused()
    {
        var net = Started(out _, Dim.Batch, features);
        var operandLine = NextLine();
        var operand = net.Input("operand", [Dim.Batch, time]);
        var line = NextLine();
        _ = ReduceMax(operand, operand.Dims.Except(Dim.Batch, time));

        Says(
            net,
            new(
                "ND2010",
                line,
                "max of [batch, time:?] over no dims.",
                "Name at least one dim; RETURNN refuses a reduction over none."
            )
            {
                Related = [(operandLine, "the operand: data [batch, time:?]")],
            }
        );
    }

    [Fact]
    public void A_target_must_say_what_its_classes_are()
    {
        var net = Started(out var logits, Dim.Batch, classes);
        var targetLine = NextLine();
        var target = net.Input("target", [Dim.Batch], type: DataType.Int32);
        var line = NextLine();
        _ = CrossEntropy(logits, target);

        Says(
            net,
            new(
                "ND2011",
                line,
                "The target [batch] has neither a sparse dim nor a feature dim, so its classes are unknown.",
                "Declare it with net.Input(..., sparse: classes)."
            )
            {
                Related = [(targetLine, "the target: data [batch]")],
            }
        );
    }

    [Fact]
    public void A_module_that_finds_no_feature_dim_stops_with_all_found_so_far()
    {
        var net = new Net("net");
        var inputLine = NextLine();
        var input = net.Input("my input", [Dim.Batch, time]);
        var linear = new Linear(classes);
        var line = NextLine();
        var error = Assert.Throws<ModelException>(() => linear.Call(input));

        Assert.Equal("ND1007", error.Diagnostics[0].Code);
        Assert.Equal(
            new Expected(
                "ND2012",
                line,
                "Linear finds no feature dim in [batch, time:?].",
                "Make the last dim with Dim.Feature, or name it to the module's constructor."
            )
            {
                Related = [(inputLine, "the input: data [batch, time:?]")],
            }.In("ShapeDiagnosticTests.cs"),
            Show(error.Diagnostics[1])
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_module_that_runs_along_one_dynamic_dim_stops_without_exactly_one(int count)
    {
        var net = new Net("net");
        var dynamic = Enumerable.Range(0, count).Select(index => Dim.Dynamic($"t{index}"));
        var shape = Shape.Create([Dim.Batch, .. dynamic, features]);
        var inputLine = NextLine();
        var input = net.Input("data", shape);
        var lstm = new Lstm(classes);
        var line = NextLine();
        var error = Assert.Throws<ModelException>(() => lstm.Call(input));

        Assert.Equal(
            new Expected(
                "ND2013",
                line,
                $"Lstm runs along one dynamic dim, but its input has the dims {shape}.",
                "Name the dim in the call, where it takes one, or give it an input with one dim made with Dim.Dynamic."
            )
            {
                Related = [(inputLine, $"the input: data {shape}")],
            }.In("ShapeDiagnosticTests.cs"),
            Show(Assert.Single(error.Diagnostics))
        );
    }

    private static Expected MismatchAt(int line, string kind, int leftLine, int rightLine) =>
        new(
            "ND2001",
            line,
            $"{kind} of [batch, time:?] and [batch, classes:2]: neither has all dims of the other.",
            "If all dims of both are meant, write Broadcast(x) for one of them."
        )
        {
            Related = [(leftLine, "left: data [batch, time:?]"), (rightLine, "right: data [batch, classes:2]")],
        };

    private static Expected NoSuchDimAt(
        int line,
        string kind,
        string missing,
        string dims,
        int operandLine,
        string? suggestion
    ) =>
        new("ND2002", line, $"{kind} over {missing}, but its operand has the dims {dims}.", suggestion)
        {
            Related = [(operandLine, $"the operand: data {dims}")],
        };

    private static Expected WrongTypeAt(int line, string message, string suggestion, int operandLine) =>
        new("ND2003", line, message, suggestion) { Related = [(operandLine, "the operand: data [batch]")] };
}
