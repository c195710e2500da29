using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class PythonLayoutTests
{
    private static readonly OptionValue nothing = OptionValue.List();

    private static readonly DictValue constant = Layer("constant", ("value", 0), ("dtype", "int32"));

    [Fact]
    public void Keys_stay_in_the_order_of_the_config() =>
        Assert.Equal(["z = 1", "a = 2", "m = 3"], PythonLines(("z", 1), ("a", 2), ("m", 3)));

    [Fact]
    public void A_layer_is_one_line_however_long()
    {
        var text = new string('x', 500);
        Assert.Equal(
            [
                "network = {",
                $"  \"a\": {{\"class\": \"copy\", \"from\": \"{text}\"}},",
                "  \"b\": {\"class\": \"copy\"},",
                "}",
            ],
            PythonLines(("network", OptionValue.Dict(("a", Layer("copy", ("from", text))), ("b", Layer("copy")))))
        );
    }

    [Fact]
    public void A_net_without_layers_is_an_empty_dict() =>
        Assert.Equal(["network = {}"], PythonLines(("network", OptionValue.Dict())));

    [Fact]
    public void Entries_of_a_net_that_are_no_layers_are_lines_too() =>
        Assert.Equal(
            ["network = {", "  \"#config\": {\"learning_rate\": 0.1},", "  \"#copy_param_mode\": \"subset\",", "}"],
            PythonLines(
                (
                    "network",
                    OptionValue.Dict(
                        ("#config", OptionValue.Dict(("learning_rate", 0.1))),
                        ("#copy_param_mode", "subset")
                    )
                )
            )
        );

    [Fact]
    public void The_net_of_a_loop_opens_on_the_line_of_its_layer() =>
        Assert.Equal(
            [
                "network = {",
                "  \"r\": {\"class\": \"rec\", \"from\": [], \"unit\": {",
                "    \"output\": {\"class\": \"constant\", \"value\": 0, \"dtype\": \"int32\"},",
                "  }, \"max_seq_len\": 7},",
                "}",
            ],
            PythonLines(
                (
                    "network",
                    OptionValue.Dict(
                        (
                            "r",
                            Layer(
                                "rec",
                                ("from", nothing),
                                ("unit", OptionValue.Dict(("output", constant))),
                                ("max_seq_len", 7)
                            )
                        )
                    )
                )
            )
        );

    [Fact]
    public void The_named_unit_of_a_loop_is_a_text_like_any_other() =>
        Assert.Equal(
            ["network = {", "  \"r\": {\"class\": \"rec\", \"unit\": \"lstmp\"},", "}"],
            PythonLines(("network", OptionValue.Dict(("r", Layer("rec", ("unit", "lstmp"))))))
        );

    [Fact]
    public void Branches_of_a_cond_have_lines_of_their_own() =>
        Assert.Equal(
            [
                "network = {",
                "  \"c\": {\"class\": \"cond\", \"from\": [], \"condition\": \"flag\",",
                "    \"true_layer\": {\"class\": \"subnetwork\", \"from\": [], \"subnetwork\": {",
                "      \"step\": {\"class\": \"copy\", \"from\": \"base:x\"},",
                "      \"output\": {\"class\": \"constant\", \"value\": 0, \"dtype\": \"int32\"},",
                "    }},",
                "    \"false_layer\": {\"class\": \"constant\", \"value\": 0, \"dtype\": \"int32\"},",
                "    \"out_type\": {\"dtype\": \"int32\"},",
                "  },",
                "}",
            ],
            PythonLines(
                (
                    "network",
                    OptionValue.Dict(
                        (
                            "c",
                            Layer(
                                "cond",
                                ("from", nothing),
                                ("condition", "flag"),
                                (
                                    "true_layer",
                                    Layer(
                                        "subnetwork",
                                        ("from", nothing),
                                        (
                                            "subnetwork",
                                            OptionValue.Dict(
                                                ("step", Layer("copy", ("from", "base:x"))),
                                                ("output", constant)
                                            )
                                        )
                                    )
                                ),
                                ("false_layer", constant),
                                ("out_type", OptionValue.Dict(("dtype", "int32")))
                            )
                        )
                    )
                )
            )
        );

    [Fact]
    public void A_cond_on_plain_layers_is_one_line() =>
        Assert.Equal(
            "  \"c\": {\"class\": \"cond\", \"true_layer\": {\"class\": \"copy\"}, \"false_layer\": {\"class\": \"copy\"}},",
            PythonLines(
                (
                    "network",
                    OptionValue.Dict(
                        ("c", Layer("cond", ("true_layer", Layer("copy")), ("false_layer", Layer("copy"))))
                    )
                )
            )[1]
        );

    [Fact]
    public void A_dict_of_120_columns_is_one_line()
    {
        var line = Assert.Single(PythonLines(("a", DictOfColumns(120))));
        Assert.Equal(120, line.Length);
    }

    [Fact]
    public void A_dict_of_121_columns_has_a_line_an_entry()
    {
        var lines = PythonLines(("a", DictOfColumns(121)));
        Assert.Equal("a = {", lines[0]);
        Assert.Equal("  \"k\": 1,", lines[1]);
        Assert.StartsWith("  \"t\": \"xxx", lines[2], StringComparison.Ordinal);
        Assert.Equal("}", lines[3]);
    }

    [Fact]
    public void The_comma_behind_an_entry_counts_as_a_column()
    {
        var entry = "  \"longest\": {\"k\": 1, \"t\": \"\"},";
        var fits = new string('x', 120 - entry.Length);

        Assert.Equal(3, Nested(fits).Length);
        Assert.Equal(120, Nested(fits)[1].Length);
        Assert.Equal(6, Nested(fits + "x").Length);

        static string[] Nested(string text) =>
            PythonLines(("a", OptionValue.Dict(("longest", OptionValue.Dict(("k", 1), ("t", text))))));
    }

    [Fact]
    public void A_list_of_120_columns_is_one_line()
    {
        var key = new string('k', 120 - " = [[]]".Length);

        Assert.Single(PythonLines((key, OptionValue.List(nothing))));
        Assert.Equal(["k" + key + " = [", "  [],", "]"], PythonLines(("k" + key, OptionValue.List(nothing))));
    }

    [Fact]
    public void An_empty_dict_has_no_lines_to_break_into()
    {
        var key = new string('k', 130);

        Assert.Equal([key + " = {}"], PythonLines((key, OptionValue.Dict())));
    }

    [Fact]
    public void Escapes_count_as_the_columns_they_take() =>
        Assert.True(PythonLines(("a", OptionValue.Dict(("k", new string('\n', 60))))).Length > 1);

    [Fact]
    public void Long_dicts_inside_dicts_and_lists_break_in_turn()
    {
        var path = new string('p', 100);
        Assert.Equal(
            [
                "a = {",
                "  \"files\": [",
                "    {",
                "      \"class\": \"HDFDataset\",",
                $"      \"path\": \"{path}\",",
                "    },",
                "    (1, 2),",
                "  ],",
                "  \"short\": {\"k\": 1},",
                "}",
            ],
            PythonLines(
                (
                    "a",
                    OptionValue.Dict(
                        ("files", OptionValue.List(Layer("HDFDataset", ("path", path)), OptionValue.Tuple(1, 2))),
                        ("short", OptionValue.Dict(("k", 1)))
                    )
                )
            )
        );
    }

    [Fact]
    public void A_long_list_of_numbers_stays_on_its_line() =>
        Assert.Single(
            PythonLines(("a", OptionValue.List([.. Enumerable.Repeat(0.125, 500).Select(rate => (OptionValue)rate)])))
        );

    [Fact]
    public void The_file_is_ASCII_with_plain_line_ends_and_one_at_the_end()
    {
        var text = Python(("a", "ü\r\n"), ("network", OptionValue.Dict(("é", constant))));
        Assert.DoesNotContain(text, c => c is not '\n' and (< ' ' or > '~'));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_that_was_not_resolved_is_a_bug_of_the_caller() =>
        Assert.Contains(
            "a[0]",
            Assert
                .Throws<InvalidOperationException>(() => Python(("a", OptionValue.List(new TensorValue(null!)))))
                .Message,
            StringComparison.Ordinal
        );

    private static DictValue DictOfColumns(int columns) =>
        OptionValue.Dict(("k", 1), ("t", new string('x', columns - "a = {\"k\": 1, \"t\": \"\"}".Length)));
}
