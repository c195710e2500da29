using System.Globalization;
using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>The inputs of a net, in all the forms that RETURNN reads.</summary>
public sealed class ExternDataTests
{
    [Theory]
    [InlineData(
        """extern_data = {"data": {"dim": 40}}""",
        "global batch:? time:var:extern_data:data:? feature:data:40"
    )]
    [InlineData(
        """extern_data = {"data": {"dim": 40, "shape": (None, 3, 40)}}""",
        "global batch:? time:var:extern_data:data:? spatial1:static3:data:3 feature:data:40"
    )]
    [InlineData(
        """extern_data = {"data": {"dim": 40, "sparse": True}}""",
        "global batch:? time:var:extern_data:data:?"
    )]
    [InlineData("""extern_data = {"data": {"dim": 40, "time_dim_axis": None}}""", "global batch:? feature:data:40")]
    [InlineData(
        """extern_data = {"data": {"dim": 40, "shape": (None, 40), "batch_dim_axis": 1}}""",
        "time:var:extern_data:data:? global batch:? feature:data:40"
    )]
    [InlineData(
        """extern_data = {"data": {"dim": 40, "feature_dim_axis": 1}}""",
        "global batch:? feature:data:40 time:var:extern_data:data:?"
    )]
    [InlineData("""extern_data = {"data": (40, 2)}""", "global batch:? time:var:extern_data:data:? feature:data:40")]
    [InlineData("""extern_data = {"data": [40, 1]}""", "global batch:? time:var:extern_data:data:?")]
    [InlineData(
        """extern_data = {"data": {"dim": 40, "shape": (None, 40), "same_dim_tags_as": {"t": Dim(None, name="frames")}}}""",
        "global batch:? frames:? feature:data:40"
    )]
    [InlineData("num_inputs = 40\nnum_outputs = 10", "global batch:? time:var:extern_data:data:? feature:data:40")]
    [InlineData(
        "num_inputs = 40\nsparse_input = True\nnum_outputs = {\"classes\": 10}",
        "global batch:? time:var:extern_data:data:?"
    )]
    [InlineData(
        "num_outputs = {\"data\": 40, \"classes\": (10, 1)}",
        "global batch:? time:var:extern_data:data:? feature:data:40"
    )]
    public void The_axes_of_the_default_input(string inputs, string axes) =>
        Assert.Equal(axes, Axes(inputs, "data:data"));

    [Theory]
    [InlineData("num_inputs = 40\nnum_outputs = 10", "int32 10")]
    [InlineData("num_outputs = {\"data\": 40, \"classes\": (10, 1)}", "int32 10")]
    [InlineData("num_outputs = {\"data\": 40, \"classes\": 10}", "int32 10")]
    [InlineData(
        """extern_data = {"data": {"dim": 40}, "classes": {"dim": 10, "shape": (None,), "vocab": {}}}""",
        "int32 10"
    )]
    public void The_entries_of_the_target(string inputs, string entries)
    {
        var layer = Infer(inputs).Layer("data:classes");

        Assert.Equal(entries, layer is null ? null : $"{layer.Type} {layer.SparseDim}");
    }

    [Theory]
    [InlineData("""extern_data = {"data": load()}""")]
    [InlineData("""extern_data = {"data": {"sparse": True, "vocab": {"vocab_file": "x"}}}""")]
    [InlineData("num_inputs = 40")]
    public void What_code_or_files_say_is_not_known(string inputs) => Assert.Null(Infer(inputs).Layer("data:data"));

    private static string? Axes(string inputs, string path) =>
        Infer(inputs).Layer(path) is { } layer
            ? string.Join(
                ' ',
                layer.Dims.Select(dim => $"{dim.Name}:{dim.Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}")
            )
            : null;

    private static InferredConfig Infer(string inputs) =>
        InferredConfig.Of(
            $$$"""
            from returnn.tensor import Dim
            behavior_version = 21
            {{{inputs}}}
            network = {"output": {"class": "copy", "from": "data"}}
            """
        );
}
