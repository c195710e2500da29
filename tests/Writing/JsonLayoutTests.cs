using Xunit;
using static NetDsl.Tests.Writing.Written;

namespace NetDsl.Tests.Writing;

public sealed class JsonLayoutTests
{
    [Fact]
    public void An_empty_config_is_an_empty_object() => Assert.Equal("{}\n", Json());

    [Fact]
    public void A_header_is_left_out_because_JSON_must_begin_with_its_object()
    {
        var text = Emit.ConfigWriter.Write(Config(("a", 1)), new(Emit.ConfigFormat.Json, null, null, Header: true), []);
        Assert.Equal("{\n  \"a\": 1\n}\n", text);
    }

    [Fact]
    public void A_layer_is_one_line_and_a_layer_with_a_net_is_several() =>
        Assert.Equal(
            """
            {
              "use_tensorflow": true,
              "network": {
                "a": {"class": "linear", "from": ["data"], "activation": null, "n_out": 3},
                "r": {
                  "class": "rec",
                  "from": [],
                  "unit": {
                    "output": {"class": "copy", "from": "data:source"}
                  }
                }
              },
              "x": [],
              "y": {}
            }

            """.ReplaceLineEndings("\n"),
            Json(
                ("use_tensorflow", true),
                (
                    "network",
                    OptionValue.Dict(
                        (
                            "a",
                            Layer(
                                "linear",
                                ("from", OptionValue.List("data")),
                                ("activation", OptionValue.None),
                                ("n_out", 3)
                            )
                        ),
                        (
                            "r",
                            Layer(
                                "rec",
                                ("from", OptionValue.List()),
                                ("unit", OptionValue.Dict(("output", Layer("copy", ("from", "data:source")))))
                            )
                        )
                    )
                ),
                ("x", OptionValue.List()),
                ("y", OptionValue.Dict())
            )
        );

    [Fact]
    public void A_net_inside_a_branch_has_a_line_a_layer() =>
        Assert.Contains(
            "\n          \"output\": {\"class\": \"copy\"}\n",
            Json(
                (
                    "network",
                    OptionValue.Dict(
                        (
                            "c",
                            Layer(
                                "cond",
                                (
                                    "true_layer",
                                    Layer("subnetwork", ("subnetwork", OptionValue.Dict(("output", Layer("copy")))))
                                )
                            )
                        )
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_line_that_is_not_a_layer_takes_120_columns_at_most()
    {
        var room = 120 - "  \"a\": {\"k\": \"\"},".Length;
        Assert.Equal(3, Json(("a", OptionValue.Dict(("k", new string('x', room))))).Count(c => c == '\n'));
        Assert.Equal(5, Json(("a", OptionValue.Dict(("k", new string('x', room + 1))))).Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Lines_inside_other_values_take_120_columns_at_most(int depth)
    {
        var longest = Longest(0).Length;

        Assert.EndsWith("},", Longest(120 - longest), StringComparison.Ordinal);
        Assert.Equal(120, Longest(120 - longest).Length);
        Assert.EndsWith("x\"", Longest(121 - longest), StringComparison.Ordinal);

        string Longest(int length)
        {
            // What stands behind it is too long for a line, so all that is around it is broken.
            var wide = OptionValue.Dict(("w", new string('w', 200)));
            OptionValue value = OptionValue.Dict(("t", new string('x', length)));
            for (var i = 0; i < depth; i++)
            {
                value = i % 2 == 0 ? OptionValue.Dict(("k", value), ("l", wide)) : OptionValue.List(value, wide);
            }

            return Json(("a", value)).Split('\n').Single(line => line.Contains("\"t\":", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_list_of_many_dicts_has_a_line_for_each()
    {
        var rows = Enumerable.Range(0, 100).Select(row => (OptionValue)OptionValue.Dict(("row", row)));

        Assert.Equal(104, Json(("a", OptionValue.List([.. rows]))).Count(c => c == '\n'));
    }

    [Fact]
    public void Keys_are_escaped_as_values_are() =>
        Assert.Equal(
            "{\n  \"a\": {\"\\\"]}\\n\\u00e9\": \"\\\"]}\\n\\u00e9\"}\n}\n",
            Json(("a", OptionValue.Dict(("\"]}\né", "\"]}\né"))))
        );

    [Fact]
    public void A_tensor_that_was_not_resolved_is_a_bug_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => Json(("a", new TensorValue(null!))));
}
