using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that bring several sources into one form: <c>combine</c>, <c>eval</c>, <c>compare</c>, <c>switch</c>.</summary>
public sealed class CombineTests
{
    private const string Sources = """
        "mean": {"class": "reduce", "mode": "mean", "axis": "t", "from": "data"},
        "sums": {"class": "reduce", "mode": "sum", "axis": "f", "from": "data"},
        "flag": {"class": "compare", "from": "sums", "kind": "greater", "value": 0.0},
        "ones": {"class": "constant", "value": 1},
        """;

    [Theory]
    [InlineData("""{"class": "combine", "kind": "add", "from": ["mean", "data"]}""", "global batch time:? in:6")]
    [InlineData(
        """{"class": "eval", "eval": "source(0) + source(1)", "from": ["sums", "data"]}""",
        "global batch time:? in:6"
    )]
    [InlineData(
        """{"class": "eval", "eval": "tf.reduce_max(source(0, auto_convert=False), axis=-1)", "from": "data", "out_type": {"shape": (None,)}}""",
        "global batch time:var-unk:y_output:?"
    )]
    [InlineData("""{"class": "compare", "kind": "less", "from": "data", "value": 1.0}""", "global batch time:? in:6")]
    [InlineData(
        """{"class": "switch", "condition": "flag", "true_from": "data", "false_from": 0.0}""",
        "global batch time:? in:6"
    )]
    [InlineData(
        """{"class": "combine", "kind": "add", "from": ["mean", "sums"], "out_shape": {batch_dim, time_dim, in_dim}}""",
        "global batch time:? in:6"
    )]
    public void The_axes_of_the_output(string layer, string axes) => Assert.Equal(axes, Net(layer).Axes("y"));

    [Theory]
    [InlineData("""{"class": "compare", "kind": "equal", "from": "data:labels", "value": 1}""", "bool")]
    [InlineData(
        """{"class": "eval", "eval": "source(0) > 0", "from": "data", "out_type": {"dtype": "bool"}}""",
        "bool"
    )]
    [InlineData(
        """{"class": "eval", "eval": "tf.argmax(source(0, auto_convert=False), 2)", "from": "data", "out_type": {"shape": (None,), "sparse": True, "dim": 6, "dtype": "int32"}}""",
        "int32 6"
    )]
    [InlineData(
        """{"class": "switch", "condition": "flag", "true_from": "data:labels", "false_from": "data:labels"}""",
        "int32 5"
    )]
    public void The_entries_of_the_output(string layer, string entries) =>
        Assert.Equal(entries, Net(layer).Entries("y"));

    [Theory]
    [InlineData("""{"class": "combine", "kind": "add", "from": ["mean", "sums"]}""", "ND2032")]
    [InlineData("""{"class": "combine", "kind": "add", "from": ["data:labels", "sums"]}""", "ND2035")]
    [InlineData("""{"class": "combine", "kind": "add", "from": []}""", "ND2036")]
    [InlineData("""{"class": "compare", "from": "data"}""", "ND2036")]
    [InlineData("""{"class": "compare", "from": ["data:labels", "sums"]}""", "ND2035")]
    [InlineData("""{"class": "switch", "condition": "sums", "true_from": "data", "false_from": 0.0}""", "ND2035")]
    [InlineData("""{"class": "switch", "condition": "flag", "true_from": "data:labels", "false_from": 0}""", "ND2035")]
    [InlineData("""{"class": "switch", "condition": "flag", "true_from": "data", "false_from": "ones"}""", "ND2035")]
    [InlineData(
        """{"class": "switch", "condition": "flag", "true_from": "data", "false_from": 0.0, "from": "data"}""",
        "ND2036"
    )]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void Sources_that_code_asks_for_by_itself_need_not_fit_the_output() =>
        Assert.Empty(
            Net(
                """{"class": "eval", "eval": "source(0, auto_convert=False)", "from": "data", "out_type": {"shape": ()}}"""
            ).Faults
        );

    [Fact]
    public void A_number_has_the_type_of_the_other_branch() =>
        Assert.Equal(
            "float32",
            Net("""{"class": "switch", "condition": "flag", "true_from": 0, "false_from": "data"}""").Entries("y")
        );

    [Fact]
    public void Before_version_4_no_source_needs_to_have_all_axes() =>
        Assert.Equal(
            "global batch time:? in:6",
            Net("""{"class": "combine", "kind": "add", "from": ["mean", "sums"]}""", version: 3).Axes("y")
        );

    [Fact]
    public void A_bias_is_as_long_as_the_features() =>
        Assert.Equal(
            "6",
            Net("""{"class": "combine", "kind": "add", "from": ["data", "data"], "with_bias": True}""").Variable("y/b")
        );

    private static LayerNet Net(string layer, int version = 21) =>
        LayerNet.Of($"{Sources}\n\"y\": {layer[..^1]}, \"is_output_layer\": True}},", version);
}
