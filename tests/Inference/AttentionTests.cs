using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Attention and positional encodings.</summary>
public sealed class AttentionTests
{
    [Theory]
    [InlineData(2, 5, 4)]
    [InlineData(2, 4, 5)]
    public void Heads_share_keys_and_values_in_equal_parts(int heads, int keys, int values)
    {
        var net = NetText.Infer(
            $$"""" "y": {"class": "self_attention", "from": "data", "num_heads": {{heads}}, "total_key_dim": {{keys}}, "n_out": {{values}}, "is_output_layer": True},""""
        );

        Assert.Equal("ND2033", net.FaultCode());
    }

    [Fact]
    public void Self_attention_outside_of_loops_needs_time()
    {
        var net = NetText.Infer(
            """
            "m": {"class": "reduce", "mode": "mean", "axis": "t", "from": "data"},
            "y": {"class": "self_attention", "from": "m", "num_heads": 1, "total_key_dim": 4, "n_out": 4, "is_output_layer": True},
            """
        );

        Assert.Equal("ND2030", net.FaultCode());
    }

    [Fact]
    public void A_key_shift_is_as_wide_as_the_keys_of_a_head()
    {
        var net = NetText.Infer(
            """
            "rel": {"class": "relative_positional_encoding", "from": "data", "n_out": 3},
            "y": {"class": "self_attention", "from": "data", "num_heads": 2, "total_key_dim": 4, "n_out": 4, "key_shift": "rel", "is_output_layer": True},
            """
        );

        Assert.Equal("ND2033", net.FaultCode());
    }

    [Fact]
    public void A_fixed_relative_encoding_has_no_variables()
    {
        var net = NetText.Infer(
            """" "rel": {"class": "relative_positional_encoding", "from": "data", "n_out": 3, "fixed": True, "is_output_layer": True},""""
        );

        Assert.Empty(net.VariableTexts());
    }

    [Fact]
    public void A_relative_encoding_learns_a_vector_for_each_distance()
    {
        var net = NetText.Infer(
            """" "rel": {"class": "relative_positional_encoding", "from": "data", "n_out": 3, "is_output_layer": True},""""
        );

        Assert.Equal(["rel/encoding_matrix [33, 3]"], net.VariableTexts());
    }
}
