using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Products of two sources.</summary>
public sealed class DotTests
{
    private const string Sources = """
        "w": {"class": "variable", "shape": (in_dim, 4)},
        "v": {"class": "variable", "shape": (classes_dim, 4)},
        "i": {"class": "cast", "dtype": "int32", "from": "data"},
        "t": {"class": "linear", "n_out": 7, "from": "data"},
        """;

    [Theory]
    [InlineData(
        """{"class": "dot", "from": ["data:data", "w"], "reduce": in_dim}""",
        "global batch time:? w:static:1:4"
    )]
    [InlineData(
        """{"class": "dot", "from": ["w", "data:data"], "reduce": in_dim}""",
        "w:static:1:4 global batch time:?"
    )]
    [InlineData(
        """{"class": "dot", "from": ["data:labels", "v"], "reduce": classes_dim}""",
        "global batch time:? v:static:1:4"
    )]
    [InlineData(
        """{"class": "dot", "from": ["data:data", "t"], "red1": "t", "red2": "t"}""",
        "global batch in:6 t:feature-dense:7"
    )]
    [InlineData(
        """{"class": "dot", "from": ["data:data", "data:data"], "red1": "f", "red2": "f", "var1": "t", "var2": "t"}""",
        "global batch time:? time:?"
    )]
    public void The_axes_of_the_output(string layer, string axes) => Assert.Equal(axes, Net(layer).Axes("y"));

    [Theory]
    [InlineData("""{"class": "dot", "from": ["data:data"], "reduce": in_dim}""", "ND2036")]
    [InlineData("""{"class": "dot", "from": ["data:data", "w"]}""", "ND2037")]
    [InlineData("""{"class": "dot", "from": ["data:data", "w"], "reduce": classes_dim}""", "ND2030")]
    [InlineData("""{"class": "dot", "from": ["data:data", "w"], "reduce": in_dim, "red1": "f"}""", "ND2037")]
    [InlineData("""{"class": "dot", "from": ["data:data", "w"], "reduce": in_dim, "var1": "t"}""", "ND2037")]
    [InlineData("""{"class": "dot", "from": ["data:data", "t"], "red1": "f", "red2": "f"}""", "ND2033")]
    [InlineData("""{"class": "dot", "from": ["i", "w"], "reduce": in_dim}""", "ND2035")]
    [InlineData(
        """{"class": "dot", "from": ["data:data", "t"], "red1": "t", "red2": "t", "var1": "f", "var2": ""}""",
        "ND2037"
    )]
    [InlineData(
        """{"class": "dot", "from": ["data:data", "t"], "red1": "t", "red2": "t", "var1": "t", "var2": "f"}""",
        "ND2037"
    )]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void Axes_that_are_left_over_are_named()
    {
        var fault = Assert.Single(
            Net(
                """{"class": "dot", "from": ["data:data", "t"], "red1": "t", "red2": "t", "var1": "f", "var2": ""}"""
            ).Faults
        );

        Assert.Equal(
            "Neither reduced nor in \"var1\" and \"var2\" are batch of [batch, time:?, in:6], but batch, t:feature-dense:7 of [batch, time:?, t:feature-dense:7].",
            fault.Message
        );
    }

    private static LayerNet Net(string layer) =>
        LayerNet.Of($"{Sources}\n\"y\": {layer[..^1]}, \"is_output_layer\": True}},");
}
