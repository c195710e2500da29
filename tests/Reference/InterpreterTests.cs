using NetDsl.Reference;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>What cannot be computed is said, with a code, and never left out.</summary>
public sealed class InterpreterTests
{
    [Fact]
    public void A_class_that_is_not_computed_is_named() =>
        AssertRefused("ND7001", """ "output": {"class": "kenlm", "from": "data:data"} """);

    [Fact]
    public void An_option_that_is_not_read_is_named() =>
        AssertRefused("ND7002", """ "output": {"class": "copy", "from": "data:data", "spatial_smoothing": 0.5} """);

    [Fact]
    public void A_value_of_an_option_that_is_not_known_is_refused() =>
        AssertRefused(
            "ND7002",
            """ "output": {"class": "activation", "from": "data:data", "activation": "sparsemax"} """
        );

    [Fact]
    public void A_layer_whose_dims_nobody_knows_is_not_computed() =>
        AssertRefused(
            "ND7003",
            """ "output": {"class": "eval", "from": "data:data", "eval": "f(source(0))", "out_type": f()} """
        );

    [Fact]
    public void A_layer_that_reads_what_is_not_there_is_not_computed() =>
        AssertRefused("ND7004", """ "output": {"class": "length", "from": [], "axis": nowhere_dim} """);

    [Fact]
    public void An_expression_that_is_no_formula_is_not_run() =>
        AssertRefused("ND7005", """ "output": {"class": "eval", "from": "data:data", "eval": "open(source(0))"} """);

    [Fact]
    public void Lengths_that_differ_where_they_should_not_are_said() =>
        AssertRefused(
            "ND7007",
            """
             "mask": {"class": "range_in_axis", "from": "data:data", "axis": time_dim},
             "output": {"class": "split_dims", "from": "data:data", "axis": time_dim, "dims": (-1, 3)}
            """
        );

    [Fact]
    public void Numbers_of_another_shape_than_inferred_are_refused() =>
        Assert.Equal("ND7006", InterpreterDiagnostics.UnlikeShape(Layer(), "[in:3]", "[4]").Code);

    private static void AssertRefused(string code, string layer)
    {
        var config = NetText.Config(layer);

        var report = NetVerifier.Compare(config, "net.py", config, "net.py", new());

        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == code);
    }

    private static NetDsl.Emit.NetLayer Layer() =>
        new("output", new(NetDsl.Emit.ScopeKind.Root, null, ""), DictValue.Empty);
}
