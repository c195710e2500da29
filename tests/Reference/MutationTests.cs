using NetDsl.Reference;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>A fused layer that is not what its blocks are is found out, however small the mistake.</summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData("batch_norm", "\"momentum\": 0.1", "\"momentum\": 0.2")]
    [InlineData("batch_norm", "\"epsilon\": 0.001", "\"epsilon\": 0.0011")]
    [InlineData("batch_norm", "\"masked_time\": False", "\"masked_time\": True")]
    [InlineData("batch_norm", "\"use_shift\": True", "\"use_shift\": False")]
    [InlineData("batch_norm", "\"use_std\": True", "\"use_std\": False")]
    [InlineData("layer_norm", "\"epsilon\": 1e-6", "\"epsilon\": 1e-5")]
    [InlineData("linear_relu", "\"activation\": \"relu\"", "\"activation\": \"elu\"")]
    [InlineData("gating", "\"gate_activation\": \"sigmoid\"", "\"gate_activation\": \"tanh\"")]
    [InlineData("self_attention", "\"num_heads\": 2", "\"num_heads\": 1")]
    [InlineData("self_attention", "\"attention_left_only\": False", "\"attention_left_only\": True")]
    [InlineData("self_attention_causal", "\"attention_left_only\": True", "\"attention_left_only\": False")]
    [InlineData("self_attention_rel_pos", "\"clipping\": 3", "\"clipping\": 2")]
    [InlineData("conv_bias_activation", "\"activation\": \"relu\"", "\"activation\": \"swish\"")]
    [InlineData("linear_dropout_is_on_the_input", "\"dropout\": 0.", "\"dropout\": 0.1")]
    public void A_layer_with_a_wrong_option_differs_from_its_blocks(string name, string option, string wrong)
    {
        var golden = GoldenFiles.Equivalence(name);
        Assert.Contains(option, golden.FusedConfig, StringComparison.Ordinal);

        var mutated = golden.FusedConfig.Replace(option, wrong, StringComparison.Ordinal);
        var report = NetVerifier.Compare(mutated, "fused.py", golden.BlocksConfig, "blocks.py", new());

        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == "ND7010");
    }

    [Fact]
    public void A_batch_norm_that_forgets_the_mask_differs_from_blocks_that_have_one()
    {
        var fused = GoldenFiles.Equivalence("batch_norm").FusedConfig;
        var masked = GoldenFiles.Equivalence("batch_norm_masked").BlocksConfig;

        var report = NetVerifier.Compare(fused, "fused.py", masked, "blocks.py", new());

        Assert.Contains(report.Diagnostics, diagnostic => diagnostic.Code == "ND7010");
    }

    [Fact]
    public void A_batch_norm_whose_scale_and_shift_are_swapped_differs_from_its_blocks()
    {
        var fused = GoldenFiles.Case("bn_fused").Config;
        var blocks = GoldenFiles.Case("bn_primitive").Config;
        var swapped = fused
            .Replace(
                "v2_gamma\": {\"layer_output\": \"gamma\"}",
                "v2_gamma\": {\"layer_output\": \"beta\"}",
                StringComparison.Ordinal
            )
            .Replace(
                "v2_beta\": {\"layer_output\": \"beta\"}",
                "v2_beta\": {\"layer_output\": \"gamma\"}",
                StringComparison.Ordinal
            );

        Assert.Empty(NetVerifier.Compare(fused, "fused.py", blocks, "blocks.py", new()).Diagnostics);
        Assert.Contains(
            NetVerifier.Compare(swapped, "fused.py", blocks, "blocks.py", new()).Diagnostics,
            diagnostic => diagnostic.Code == "ND7010"
        );
    }

    [Fact]
    public void An_estimator_of_its_own_is_no_known_difference()
    {
        var golden = GoldenFiles.Equivalence("batch_norm");
        var wrong = golden.BlocksConfig.Replace(
            "\"eval\": \"source(0) * 0.1\"},\n      \"assign_variance\"",
            "\"eval\": \"source(0) * 0.11\"},\n      \"assign_variance\"",
            StringComparison.Ordinal
        );
        Assert.NotEqual(golden.BlocksConfig, wrong);

        var report = NetVerifier.Compare(golden.FusedConfig, "fused.py", wrong, "blocks.py", new());

        Assert.Equal(DeviationKind.Variable, Assert.Single(report.Rows).Deviations.MaxBy(one => one.Relative)!.Kind);
    }

    [Fact]
    public void Two_forms_that_differ_are_reported_with_the_worst_of_it()
    {
        var three = NetText.Config(""" "output": {"class": "eval", "from": "data:data", "eval": "source(0) * 3.0"} """);
        var two = NetText.Config(""" "output": {"class": "eval", "from": "data:data", "eval": "source(0) * 2.0"} """);

        var report = NetVerifier.Compare(three, "a.py", two, "b.py", new());

        Assert.Equal(
            "The forms differ (both configs): the output \"output\" by 3.3e-001 with seed 1.",
            Assert.Single(report.Diagnostics, diagnostic => diagnostic.Code == "ND7010").Message
        );
    }
}
