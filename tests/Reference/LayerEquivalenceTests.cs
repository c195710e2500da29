using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Layers that say the same in two ways compute the same, and so do their gradients.</summary>
public sealed class LayerEquivalenceTests
{
    [Theory]
    [InlineData("none", "source(0)")]
    [InlineData("neg", "-source(0)")]
    [InlineData("relu6", "tf.minimum(tf.nn.relu(source(0)), 6.0)")]
    [InlineData("leaky_relu", "tf.maximum(source(0), 0.2 * source(0))")]
    [InlineData("gelu2", "source(0) * tf.sigmoid(1.702 * source(0))")]
    [InlineData("gelu3", "tf.nn.gelu(source(0))")]
    [InlineData("softsign", "source(0) / (1.0 + tf.abs(source(0)))")]
    [InlineData("expm1", "tf.exp(source(0)) - 1.0")]
    [InlineData("sinh", "(tf.exp(source(0)) - tf.exp(-source(0))) / 2.0")]
    [InlineData("erfc", "1.0 - tf.math.erf(source(0))")]
    [InlineData("lin_exp", "tf.where(source(0) >= 0.0, source(0) + 1.0, tf.exp(source(0)))")]
    [InlineData("2 * sigmoid", "2.0 * tf.sigmoid(source(0))")]
    [InlineData("1 - tanh", "1.0 - tf.tanh(source(0))")]
    [InlineData("tf.tanh(x) * 3.0", "tf.tanh(source(0)) * 3.0")]
    [InlineData("stop_gradient", "tf.stop_gradient(source(0))")]
    [InlineData(
        "clip",
        "tf.clip_by_value(source(0), -0.5, 0.5)",
        "tf.clip_by_value(source(0), clip_value_min=-0.5, clip_value_max=0.5)"
    )]
    public void An_activation_is_its_formula(string activation, string formula, string? another = null)
    {
        var named = another is null
            ? $$"""{"class": "activation", "from": "x", "activation": "{{activation}}"}"""
            : $$"""{"class": "eval", "from": "x", "eval": "{{another}}"}""";
        Same(named, $$"""{"class": "eval", "from": "x", "eval": "{{formula}}"}""");
    }

    [Fact]
    public void An_option_of_an_activation_is_read() =>
        Assert.NotEmpty(
            ComputedNet.Differences(
                """ "y": {"class": "activation", "from": "x", "activation": "leaky_relu"} """,
                """ "y": {"class": "activation", "from": "x", "activation": "leaky_relu", "opts": {"alpha": 0.3}} """
            )
        );

    [Theory]
    [InlineData("reflect", "1", "0", "1", "2", "1")]
    [InlineData("symmetric", "0", "0", "1", "2", "2")]
    [InlineData("replication", "0", "0", "1", "2", "2")]
    public void Padding_mirrors_or_repeats(string mode, params string[] places)
    {
        var slices = string.Join(
            ", ",
            places.Select(
                (place, index) =>
                    $$"""
                        "s{{index}}": {"class": "slice", "from": "x", "axis": "F", "slice_start": {{place}}, "slice_end": {{int.Parse(
                            place,
                            System.Globalization.CultureInfo.InvariantCulture
                        ) + 1}}}
                        """
            )
        );
        var names = string.Join(", ", places.Select((_, index) => $"\"s{index}\""));

        Findings.None(
            ComputedNet.Differences(
                $$""" "y": {"class": "pad", "from": "x", "axes": "F", "padding": (1, 1), "mode": "{{mode}}"} """,
                $$""" {{slices}}, "y": {"class": "copy", "from": [{{names}}]} """
            )
        );
    }

    [Fact]
    public void A_filter_of_ones_over_places_is_a_product_with_them() =>
        Same(
            """{"class": "elemwise_prod", "from": "x", "axes": "F"}""",
            """{"class": "combine", "kind": "mul", "from": ["x", "W"]}""",
            """ "W": {"class": "variable", "shape": [in_dim], "param_name": "W", "name_scope": "y"}, """
        );

    [Fact]
    public void A_softmax_over_all_frames_is_one_over_both_axes() =>
        Same(
            """{"class": "batch_softmax", "from": "x"}""",
            """{"class": "eval", "from": ["e", "sum"], "eval": "source(0) / source(1)", "out_shape": {batch_dim, time_dim, in_dim}}""",
            """
             "e": {"class": "eval", "from": "x", "eval": "tf.exp(source(0))"},
             "sum": {"class": "reduce", "from": "e", "mode": "sum", "axes": ["T", "F"]},
            """
        );

    [Fact]
    public void What_is_printed_is_what_was_there() =>
        Same("""{"class": "print", "from": "x"}""", """{"class": "copy", "from": "x"}""");

    [Fact]
    public void Frames_behind_a_start_are_masked() =>
        Same(
            """{"class": "seq_len_mask", "from": "x", "axis": "T", "mask_value": 0.0, "start": "one"}""",
            """{"class": "switch", "condition": "late", "true_from": "m", "false_from": 0.0}""",
            """
             "one": {"class": "constant", "value": 1, "with_batch_dim": True},
             "m": {"class": "seq_len_mask", "from": "x", "axis": "T", "mask_value": 0.0},
             "places": {"class": "range_in_axis", "from": "x", "axis": "T"},
             "late": {"class": "compare", "kind": "greater_equal", "from": "places", "value": 1},
            """
        );

    [Fact]
    public void A_batch_norm_of_any_layer_is_a_layer_of_its_own() =>
        Same(
            """{"class": "copy", "from": "x", "batch_norm": {"masked_time": True}}""",
            """{"class": "batch_norm", "from": "x", "masked_time": True}"""
        );

    [Theory]
    [InlineData("\"use_sample\": 1.0, \"momentum\": 0.0", "\"use_sample\": 0.0")]
    [InlineData("\"use_sample\": 0.5", "\"use_sample\": 0.0")]
    [InlineData("\"param_version\": 2, \"delay_sample_update\": False, \"use_sample\": 1.0", "\"use_sample\": 1.0")]
    public void How_running_statistics_count_is_read(string left, string right) =>
        Assert.NotEmpty(
            ComputedNet.Differences(
                $$""" "y": {"class": "batch_norm", "from": "x", "masked_time": True, {{left}} } """,
                $$""" "y": {"class": "batch_norm", "from": "x", "masked_time": True, {{right}} } """
            )
        );

    [Fact]
    public void Noise_and_dropout_of_variables_are_there_in_training_alone()
    {
        const string noisy =
            """ "y": {"class": "linear", "from": "x", "n_out": 2, "activation": None, "param_dropout": 0.5, "param_variational_noise": 0.1} """;
        const string plain = """ "y": {"class": "linear", "from": "x", "n_out": 2, "activation": None} """;

        Findings.None(ComputedNet.Differences(noisy, noisy));
        Assert.NotEmpty(ComputedNet.Differences(noisy, plain));
    }

    [Fact]
    public void A_state_from_a_layer_begins_a_recurrence() =>
        Same(
            """{"class": "rec", "unit": "nativelstm2", "from": "x", "n_out": 3, "initial_state": {"h": "mean", "c": "zero"}}""",
            """{"class": "rec", "unit": "nativelstm2", "from": "x", "n_out": 3, "initial_state": ["zero", "mean"]}""",
            """
             "mean": {"class": "reduce", "from": "x", "mode": "mean", "axes": "T"},
             "zero": {"class": "eval", "from": "mean", "eval": "source(0) * 0.0"},
            """
        );

    [Fact]
    public void Another_state_begins_another_recurrence() =>
        Assert.NotEmpty(
            ComputedNet.Differences(
                """ "y": {"class": "rec", "unit": "gru", "from": "x", "n_out": 3, "initial_state": "ones"} """,
                """ "y": {"class": "rec", "unit": "gru", "from": "x", "n_out": 3} """
            )
        );

    [Fact]
    public void Without_zoneout_its_unit_is_an_LSTM() =>
        Same(
            """{"class": "rec", "unit": "zoneoutlstm", "from": "x", "n_out": 2}""",
            """{"class": "rec", "unit": "standardlstm", "from": "x", "n_out": 2}"""
        );

    [Fact]
    public void Attention_to_the_left_is_the_same_step_by_step() =>
        Same(
            """{"class": "self_attention", "from": "x", "num_heads": 1, "total_key_dim": 2, "out_dim": in_dim, "attention_left_only": True, "reuse_params": "shared"}""",
            """
            {"class": "rec", "from": [], "axis": time_dim, "unit": {
                "frame": {"class": "rec_unstack", "from": "base:x", "axis": time_dim},
                "output": {"class": "self_attention", "from": "frame", "num_heads": 1, "total_key_dim": 2, "out_dim": in_dim, "attention_left_only": True, "reuse_params": "base:shared"}}}
            """,
            """ "shared": {"class": "self_attention", "from": "x", "num_heads": 1, "total_key_dim": 2, "out_dim": in_dim, "attention_left_only": True}, """
        );

    private static void Same(string left, string right, string before = "") =>
        Findings.None(ComputedNet.Differences($"{before} \"y\": {left}", $"{before} \"y\": {right}"));
}
