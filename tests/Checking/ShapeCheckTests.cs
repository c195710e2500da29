using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Checking;

/// <summary>Layers whose dims do not fit are errors at the option that is the cause, and nothing is said of what follows.</summary>
public sealed class ShapeCheckTests
{
    [Fact]
    public void An_axis_that_is_gone_is_an_error() =>
        Assert.Equal(
            [
                "net.py(9,31): ND2030 \"axis\" asks for the axis \"T\", which [batch, in:40] does not have, in the layer \"output\".",
            ],
            Check(
                """
                "mean": {"class": "reduce", "mode": "mean", "axis": "T", "from": "data:data"},
                "output": {"class": "cumsum", "axis": "T", "from": "mean"},
                """
            )
        );

    [Fact]
    public void Sources_of_other_lengths_do_not_match() =>
        Assert.Equal(
            "ND2031",
            Code(Half + """ "output": {"class": "combine", "kind": "add", "from": ["half", "data:data"]}, """)
        );

    [Fact]
    public void An_outer_product_has_to_be_declared() =>
        Assert.Equal(
            "ND2032",
            Code(
                """
                "rows": {"class": "reduce", "mode": "mean", "axis": "F", "from": "data:data"},
                "columns": {"class": "reduce", "mode": "mean", "axis": "T", "from": "data:data"},
                "output": {"class": "combine", "kind": "mul", "from": ["rows", "columns"]},
                """
            )
        );

    [Fact]
    public void Features_that_cannot_be_split_are_an_error() =>
        Assert.Equal(
            "ND2033",
            Code(""" "output": {"class": "split", "axis": "F", "num_splits": 3, "from": "data:data"}, """)
        );

    [Fact]
    public void A_declared_shape_without_the_time_axis_is_an_error() =>
        Assert.Equal(
            "ND2034",
            Code(""" "output": {"class": "copy", "from": "data:data", "out_shape": {batch_dim, in_dim}}, """)
        );

    [Fact]
    public void Class_indices_cannot_be_concatenated() =>
        Assert.Equal("ND2035", Code(""" "output": {"class": "copy", "from": ["data:data", "data:classes"]}, """));

    [Fact]
    public void A_product_of_one_factor_is_an_error() =>
        Assert.Equal("ND2036", Code(""" "output": {"class": "dot", "from": "data:data", "reduce": "F"}, """));

    [Fact]
    public void An_axis_that_is_swapped_with_itself_is_an_error() =>
        Assert.Equal(
            "ND2037",
            Code(
                """
                "output": {"class": "swap_axes", "axis1": "T", "axis2": "T", "from": "data:data"},
                """
            )
        );

    [Fact]
    public void Names_that_meet_in_one_scope_with_two_shapes_are_an_error() =>
        Assert.Equal(
            "ND1031",
            Assert
                .Single(
                    Errors(
                            """
                            "a-b": {"class": "linear", "from": "data:data", "n_out": 5, "is_output_layer": True},
                            "a+b": {"class": "linear", "from": "data:data", "n_out": 6, "is_output_layer": True},
                            """
                        )
                        .DistinctBy(found => found.Code)
                )
                .Code
        );

    [Theory]
    [InlineData("\"first\"", "which has none of that name")]
    [InlineData("{\"map\": {\"W\": \"first\"}}", "does not say where")]
    [InlineData("{\"map\": {\"W\": \"wide\"}, \"auto_create_missing\": True}", "is [40, 6]")]
    public void What_cannot_be_reused_is_an_error(string reuse, string why)
    {
        var found = Assert.Single(
            Errors(
                $$"""
                "first": {"class": "linear", "from": "data:data", "n_out": 5, "with_bias": False},
                "wide": {"class": "linear", "from": "data:data", "n_out": 6},
                "output": {"class": "linear", "from": "data:data", "n_out": 5, "reuse_params": {{reuse}}},
                """
            )
        );
        Assert.Equal("ND1032", found.Code);
        Assert.Contains(why, found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("softmax", "41", "ce", "needs 40")]
    [InlineData("softmax", "40", "ctc", "needs 41")]
    public void An_output_of_other_size_than_its_target_is_an_error(string layer, string size, string loss, string why)
    {
        var found = Assert.Single(
            Errors(
                $$"""
                "output": {"class": "{{layer}}", "from": "data:data", "n_out": {{size}}, "loss": "{{loss}}"},
                """
            )
        );
        Assert.Equal("ND2038", found.Code);
        Assert.Contains(why, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_one_vector_for_each_sequence_against_frames_is_an_error() =>
        Assert.Equal(
            "ND2038",
            Code(
                """
                "mean": {"class": "reduce", "mode": "mean", "axis": "T", "from": "data:data"},
                "output": {"class": "softmax", "from": "mean", "n_out": 40, "loss": "ce"},
                """
            )
        );

    [Fact]
    public void What_is_never_built_is_never_refused() =>
        Assert.Empty(
            Errors(
                """
                "dead": {"class": "pool", "mode": "avg", "pool_size": 2, "from": "data:data"},
                "output": {"class": "copy", "from": "data:data"},
                """
            )
        );

    [Fact]
    public void A_list_is_no_declared_shape() =>
        Assert.Equal(
            "ND2037",
            Code(""" "output": {"class": "copy", "from": "data:data", "out_shape": [batch_dim, time_dim, in_dim]}, """)
        );

    [Theory]
    [InlineData("source(0) + source(1)")]
    [InlineData("tf.zeros([])")]
    public void Code_reads_the_sources_that_there_are(string code) =>
        Assert.Equal("ND2037", Code($$""" "output": {"class": "eval", "from": "data:data", "eval": "{{code}}"}, """));

    [Fact]
    public void A_layer_that_does_not_say_how_many_features_it_makes_is_an_error() =>
        Assert.Contains(
            "how many features",
            Assert.Single(Check(""" "output": {"class": "linear", "from": "data:data"}, """)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Nothing_is_said_of_layers_behind_one_that_is_wrong() =>
        Assert.Single(
            Check(
                """
                "wrong": {"class": "split", "axis": "F", "num_splits": 3, "from": "data:data"},
                "part": {"class": "copy", "from": "wrong/0"},
                "output": {"class": "linear", "from": "part", "n_out": 7},
                """
            )
        );

    private const string Half =
        """ "half": {"class": "pool", "mode": "max", "pool_size": [2], "padding": "valid", "from": "data:data"}, """;

    private static string Code(string layers) => Assert.Single(Errors(layers)).Code;

    private static IEnumerable<string> Check(string layers) =>
        Errors(layers)
            .Select(found =>
                FormattableString.Invariant(
                    $"net.py({found.Location.Line},{found.Location.Column}): {found.Code} {found.Message}"
                )
            );

    private static IEnumerable<Diagnostic> Errors(string layers) =>
        ConfigChecker
            .Check(
                $$$"""
                #!rnn.py
                from returnn.tensor import Dim, batch_dim
                behavior_version = 21
                time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
                in_dim = Dim(40, name="in", kind=Dim.Types.Feature)
                extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"}, "classes": {"dim_tags": (batch_dim, time_dim), "sparse_dim": in_dim, "dtype": "int32"}}
                network = {
                {{{layers}}}
                }
                """,
                "net.py"
            )
            .Diagnostics.Where(found => found.Severity == Severity.Error);
}
