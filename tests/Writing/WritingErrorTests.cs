using NetDsl.Emit;
using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class WritingErrorTests
{
    private static readonly Dim time = Dim.Dynamic("time");

    [Fact]
    public void JSON_refuses_a_dim_and_says_where_and_what_to_do()
    {
        var error = Assert.Single(Errors(ConfigFormat.Json, InNet("y", ("axis", time))));
        Assert.Equal("ND3001", error.Code);
        Assert.Equal("y", error.Layer);
        Assert.Equal(
            "JSON cannot say the dim \"time:?\", which is at network / y / axis: "
                + "give n_out or the name of an axis, or emit Python.",
            error.Message
        );
    }

    [Fact]
    public void JSON_refuses_a_tuple() =>
        Assert.Equal(
            "JSON cannot say a tuple, which is at network / y / pool_size: "
                + "give a list if RETURNN takes one there, or emit Python.",
            Assert.Single(Errors(ConfigFormat.Json, InNet("y", ("pool_size", OptionValue.Tuple(2, 2))))).Message
        );

    [Fact]
    public void JSON_refuses_a_set_and_not_again_the_dims_in_it() =>
        Assert.Equal(
            "JSON cannot say a set, which is at network / y / out_shape: emit Python.",
            Assert
                .Single(Errors(ConfigFormat.Json, InNet("y", ("out_shape", OptionValue.Set(Dim.Batch, time)))))
                .Message
        );

    [Fact]
    public void JSON_refuses_the_dims_of_a_list_once() =>
        Assert.Equal(
            "JSON cannot say the dim \"batch\", which is at network / y / axes[1]: "
                + "give n_out or the name of an axis, or emit Python.",
            Assert
                .Single(Errors(ConfigFormat.Json, InNet("y", ("axes", OptionValue.List("T", Dim.Batch, time)))))
                .Message
        );

    [Fact]
    public void JSON_refuses_code() =>
        Assert.Equal(
            "JSON cannot say Python code, which is at network / y / eval: emit Python.",
            Assert.Single(Errors(ConfigFormat.Json, InNet("y", ("eval", OptionValue.Code("len"))))).Message
        );

    [Fact]
    public void JSON_refuses_a_key_that_is_not_a_text() =>
        Assert.Equal(
            "JSON cannot say a key that is not a text, which is at a / 3: emit Python.",
            Assert.Single(Errors(ConfigFormat.Json, ("a", OptionValue.Dict((3, 1))))).Message
        );

    [Fact]
    public void All_errors_come_at_once() =>
        Assert.Equal(
            ["a", "b", "b", "c"],
            Errors(
                    ConfigFormat.Json,
                    (
                        "network",
                        OptionValue.Dict(
                            ("a", Layer("reduce", ("axis", time))),
                            ("b", Layer("pool", ("pool_size", OptionValue.Tuple(2)), ("axis", time))),
                            ("c", Layer("eval", ("eval", OptionValue.Code("len"))))
                        )
                    )
                )
                .Select(error => error.Layer)
        );

    [Theory]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void A_number_that_is_not_finite_is_refused_with_the_way_to_say_it(double value, string word)
    {
        var error = Assert.Single(Errors(ConfigFormat.Python, InNet("norm", ("epsilon", value))));
        Assert.Equal("ND3002", error.Code);
        Assert.Equal("norm", error.Layer);
        Assert.Equal($"OptionValue.Code(\"float('{word}')\")", error.Suggestion);
        Assert.Equal(
            $"network / norm / epsilon is {word}, which has no literal: give OptionValue.Code(\"float('{word}')\").",
            error.Message
        );
    }

    [Fact]
    public void JSON_refuses_a_number_that_is_not_finite_and_points_to_Python() =>
        Assert.Equal(
            "learning_rates[1] is inf, which has no literal: emit Python, with OptionValue.Code(\"float('inf')\").",
            Assert
                .Single(Errors(ConfigFormat.Json, ("learning_rates", OptionValue.List(1.0, double.PositiveInfinity))))
                .Message
        );

    [Fact]
    public void A_layer_inside_a_branch_is_named_by_its_path() =>
        Assert.Equal(
            "update/true_layer/step",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        InNet(
                            "update",
                            (
                                "true_layer",
                                Layer(
                                    "subnetwork",
                                    ("subnetwork", OptionValue.Dict(("step", Layer("eval", ("value", double.NaN)))))
                                )
                            )
                        )
                    )
                )
                .Layer
        );

    [Fact]
    public void A_layer_inside_a_loop_is_named_by_its_path() =>
        Assert.Equal(
            "rec/s",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        InNet("rec", ("unit", OptionValue.Dict(("s", Layer("eval", ("value", double.NaN))))))
                    )
                )
                .Layer
        );

    [Fact]
    public void A_layer_in_a_loop_in_a_loop_is_named_by_its_path() =>
        Assert.Equal(
            "outer/inner/s",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        InNet(
                            "outer",
                            (
                                "unit",
                                OptionValue.Dict(
                                    (
                                        "inner",
                                        Layer(
                                            "rec",
                                            ("unit", OptionValue.Dict(("s", Layer("eval", ("value", double.NaN)))))
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
                .Layer
        );

    [Fact]
    public void A_layer_of_the_net_of_the_first_epochs_is_named() =>
        Assert.Equal(
            "a",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        ("network_01", OptionValue.Dict(("a", Layer("eval", ("value", double.NaN)))))
                    )
                )
                .Layer
        );

    [Fact]
    public void What_stands_in_the_place_of_a_layer_is_named_as_one() =>
        Assert.Equal(
            "a",
            Assert.Single(Errors(ConfigFormat.Python, ("network", OptionValue.Dict(("a", double.NaN))))).Layer
        );

    [Fact]
    public void What_is_in_no_net_is_in_no_layer()
    {
        var data = OptionValue.Dict(("data", OptionValue.Dict(("scale", double.NaN))));

        Assert.Null(Assert.Single(Errors(ConfigFormat.Python, ("extern_data", data))).Layer);
        Assert.Null(Assert.Single(Errors(ConfigFormat.Python, ("network", OptionValue.List(double.NaN)))).Layer);
        Assert.Null(Assert.Single(Errors(ConfigFormat.Python, ("network", double.NaN))).Layer);
    }

    [Fact]
    public void An_entry_behind_others_is_told_by_its_own_key() =>
        Assert.StartsWith(
            "b is nan",
            Assert.Single(Errors(ConfigFormat.Python, ("a", 1), ("b", double.NaN))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_key_that_is_a_dim_is_told_by_its_name() =>
        Assert.StartsWith(
            "a / time is nan",
            Assert.Single(Errors(ConfigFormat.Python, ("a", OptionValue.Dict((time, double.NaN))))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_key_that_has_no_short_name_is_a_question_mark() =>
        Assert.StartsWith(
            "a / ? is nan",
            Assert
                .Single(Errors(ConfigFormat.Python, ("a", OptionValue.Dict((OptionValue.Tuple(1, 2), double.NaN)))))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_option_of_a_layer_is_no_layer() =>
        Assert.Equal(
            "bn",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        InNet("bn", ("reuse_params", OptionValue.Dict(("map", OptionValue.Dict(("x", double.NaN))))))
                    )
                )
                .Layer
        );

    [Theory]
    [InlineData("1\nimport os")]
    [InlineData("1\rimport os")]
    [InlineData("1\u2028")]
    [InlineData("\"ü\"")]
    [InlineData("1\u007f")]
    [InlineData("1\u0085")]
    [InlineData("\0")]
    [InlineData("")]
    [InlineData("  ")]
    public void Code_that_is_not_one_line_of_ASCII_is_refused(string code)
    {
        var error = Assert.Single(Errors(ConfigFormat.Python, InNet("y", ("eval", OptionValue.Code(code)))));
        Assert.Equal("ND3003", error.Code);
        Assert.Equal("y", error.Layer);
        Assert.Equal("The code of network / y / eval is not one line of printable ASCII.", error.Message);
    }

    [Fact]
    public void Code_may_hold_all_of_printable_ASCII() =>
        Assert.Equal(["a = {1: ~2}  # !|"], PythonLines(("a", OptionValue.Code("{1: ~2}  # !|"))));

    [Theory]
    [InlineData("_")]
    [InlineData("__private")]
    [InlineData("trailing__")]
    public void A_top_level_key_may_have_underscores_at_either_end(string key) =>
        Assert.Equal([key + " = 1"], PythonLines((key, 1)));

    [Theory]
    [InlineData("learning-rate")]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("größe")]
    [InlineData("class")]
    [InlineData("None")]
    [InlineData("for")]
    [InlineData("yield")]
    [InlineData("Dim")]
    [InlineData("batch_dim")]
    [InlineData("__debug__")]
    [InlineData("x = 1\nimport os")]
    public void A_top_level_key_that_Python_cannot_assign_is_refused(string key) =>
        Assert.Equal("ND3004", Assert.Single(Errors(ConfigFormat.Python, (key, 1))).Code);

    [Fact]
    public void The_message_about_a_top_level_key_is_one_line() =>
        Assert.Equal(
            "\"a\\nb\" cannot be a top-level key: in Python it is no free name.",
            Assert.Single(Errors(ConfigFormat.Python, ("a\nb", 1))).Message
        );

    [Fact]
    public void JSON_takes_any_top_level_key() =>
        Assert.Equal("{\n  \"learning-rate\": 1\n}\n", Json(("learning-rate", 1)));

    [Theory]
    [InlineData(ConfigFormat.Python)]
    [InlineData(ConfigFormat.Json)]
    public void A_top_level_key_that_comes_twice_is_refused(ConfigFormat format) =>
        Assert.Equal(
            "The top-level key \"a\" comes twice; RETURNN would take the last.",
            Assert.Single(Errors(format, ("a", 1), ("b", 1), ("a", 2))).Message
        );

    [Theory]
    [InlineData(ConfigFormat.Python, false)]
    [InlineData(ConfigFormat.Python, true)]
    [InlineData(ConfigFormat.Json, false)]
    [InlineData(ConfigFormat.Json, true)]
    public void Values_nested_deeper_than_Python_reads_are_refused(ConfigFormat format, bool inDicts)
    {
        var error = Assert.Single(Errors(format, ("a", Nested(100_000, inDicts))));
        Assert.Equal("ND3006", error.Code);
        Assert.InRange(error.Message.Length, 1, 250);
    }

    [Fact]
    public void Values_nested_as_deep_as_Python_reads_are_written() =>
        Assert.Equal(
            "a = " + new string('[', 190) + "1" + new string(']', 190),
            string.Concat(PythonLines(("a", Nested(190))).Select(line => line.TrimStart().TrimEnd(',')))
        );

    [Fact]
    public void A_list_in_a_set_is_refused() =>
        Assert.Equal(
            "A list cannot be a key of a dict or an item of a set: a[0].",
            Assert.Single(Errors(ConfigFormat.Python, ("a", OptionValue.Set(OptionValue.List(1))))).Message
        );

    [Fact]
    public void A_set_in_a_set_is_refused() =>
        Assert.Equal(
            "A set cannot be a key of a dict or an item of a set: a[0].",
            Assert.Single(Errors(ConfigFormat.Python, ("a", OptionValue.Set(OptionValue.Set(1))))).Message
        );

    [Fact]
    public void A_dict_in_a_tuple_that_is_a_key_is_refused() =>
        Assert.Equal(
            "A dict cannot be a key of a dict or an item of a set: a / ?[1].",
            Assert
                .Single(
                    Errors(
                        ConfigFormat.Python,
                        ("a", OptionValue.Dict((OptionValue.Tuple(1, OptionValue.Dict()), OptionValue.None)))
                    )
                )
                .Message
        );

    [Theory]
    [InlineData("ND3001")]
    [InlineData("ND3002")]
    [InlineData("ND3003")]
    [InlineData("ND3004")]
    [InlineData("ND3005")]
    [InlineData("ND3006")]
    [InlineData("ND3007")]
    public void Each_code_can_be_explained(string code) =>
        Assert.StartsWith($"# {code}: ", DiagnosticTexts.Find(code), StringComparison.Ordinal);

    private static (string, OptionValue) InNet(string layer, params (OptionValue, OptionValue)[] options) =>
        ("network", OptionValue.Dict((layer, Layer("some", options))));

    private static OptionValue Nested(int depth, bool inDicts = false)
    {
        OptionValue value = 1;
        for (var i = 0; i < depth; i++)
        {
            value = inDicts ? OptionValue.Dict(("k", value)) : OptionValue.List(value);
        }

        return value;
    }
}
