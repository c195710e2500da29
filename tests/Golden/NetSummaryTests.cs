using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Golden;

public sealed class NetSummaryTests
{
    private const string Dims = """
        from returnn.tensor import Dim, batch_dim
        time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
        in_dim = Dim(9, name="in", kind=Dim.Types.Feature)

        """;

    public static TheoryData<string> Cases => [.. GoldenFiles.CaseNames];

    public static TheoryData<string> JsonCases => [.. GoldenFiles.JsonCaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_has_every_layer_that_RETURNN_made(string name)
    {
        var golden = GoldenFiles.Case(name);

        AssertHoldsWhatWasMade(golden, NetSummary.OfPython(golden.Config));
    }

    [Theory]
    [MemberData(nameof(JsonCases))]
    public void A_JSON_case_has_every_layer_that_RETURNN_made(string name)
    {
        var golden = GoldenFiles.JsonCase(name);

        AssertHoldsWhatWasMade(golden, NetSummary.OfJson(golden.Config));
    }

    [Fact]
    public void Dims_are_shown_by_name_and_size() =>
        Assert.Equal(
            "y: pool axes=[time:?, (in:9 * 2)] from=\"x\" out_shape={batch_dim, in:9, time:?.ceildiv_right(2)}",
            Summary(
                """{"y": {"class": "pool", "from": "x", "axes": [time_dim, in_dim * 2], "out_shape": {time_dim.ceildiv_right(2), batch_dim, in_dim}}}"""
            )
        );

    [Fact]
    public void The_order_of_layers_and_options_does_not_matter() =>
        Assert.Equal(
            Summary("""{"a": {"class": "copy", "from": "b", "n_out": 2}, "b": {"class": "length"}}"""),
            Summary("""{"b": {"class": "length"}, "a": {"n_out": 2, "class": "copy", "from": "b"}}""")
        );

    [Fact]
    public void Layers_inside_of_layers_have_paths() =>
        Assert.Equal(
            """
            c: cond condition="flag"
            c/false_layer: copy
            c/true_layer: subnetwork
            c/true_layer/output: length
            """,
            Summary(
                """
                {"c": {"class": "cond", "condition": "flag", "false_layer": {"class": "copy"},
                  "true_layer": {"class": "subnetwork", "subnetwork": {"output": {"class": "length"}}}}}
                """
            )
        );

    [Fact]
    public async Task A_net_is_one_line_for_each_layer() =>
        await Verify(NetSummary.OfPython(GoldenFiles.TrainingConfig()) + "\n");

    [Fact]
    public void Layers_are_counted_by_class() =>
        Assert.Equal(1, NetSummary.OfPython(GoldenFiles.TrainingConfig()).CountByClass()["batch_norm"]);

    [Fact]
    public void Python_and_JSON_that_say_the_same_are_the_same() =>
        Assert.Equal(
            Summary("""{"a": {"class": "dropout", "dropout": 0.5, "from": ["b"], "x": True, "y": None, "z": -1}}"""),
            NetSummary
                .OfJson(
                    """{"network": {"a": {"class": "dropout", "dropout": 0.5, "from": ["b"], "x": true, "y": null, "z": -1}}}"""
                )
                .ToString()
        );

    private static string Summary(string network) => NetSummary.OfPython($"{Dims}network = {network}\n").ToString();

    private static void AssertHoldsWhatWasMade(GoldenCase golden, NetSummary summary)
    {
        // RETURNN's record has inputs, loop indexes and states besides, and leaves out layers that nothing needs. Of a layer that
        // it moves out of a loop it knows no class.
        var made = golden.Layers.Where(layer =>
            !layer.Key.StartsWith("data:", StringComparison.Ordinal)
            && layer.Value.Class?.StartsWith(':') == false
            && !layer.Key.Contains("/prev:", StringComparison.Ordinal)
        );

        Assert.Empty(
            made.Select(layer => $"{layer.Key}: {layer.Value.Class}")
                .Except(summary.Layers.Select(layer => $"{layer.Path}: {layer.Class}"))
        );
    }
}
