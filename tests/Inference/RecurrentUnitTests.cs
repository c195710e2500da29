using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Units that a rec layer or an rnn_cell names: their variables, and which of them RETURNN refuses.</summary>
public sealed class RecurrentUnitTests
{
    [Theory]
    [InlineData("nativelstm2", "y/rec/W [3, 16]; y/rec/W_re [4, 16]; y/rec/b [16]")]
    [InlineData("lstm", "y/rec/W [3, 16]; y/rec/W_re [4, 16]; y/rec/b [16]")]
    [InlineData("LSTMBlock", "y/rec/W [3, 16]; y/rec/W_re [4, 16]; y/rec/b [16]")]
    [InlineData("NativeLstmLowMem", "y/rec/W [7, 16]; y/rec/b [16]")]
    [InlineData("StandardLSTM", "y/rec/lstm_cell/bias [16]; y/rec/lstm_cell/kernel [7, 16]")]
    [InlineData("basiclstm", "y/rec/basic_lstm_cell/bias [16]; y/rec/basic_lstm_cell/kernel [7, 16]")]
    [InlineData("zoneoutlstm", "y/rec/lstm_cell/bias [16]; y/rec/lstm_cell/kernel [7, 16]")]
    [InlineData("basicrnn", "y/rec/basic_rnn_cell/bias [4]; y/rec/basic_rnn_cell/kernel [7, 4]")]
    [InlineData(
        "gru",
        "y/rec/gru_cell/candidate/bias [4]; y/rec/gru_cell/candidate/kernel [7, 4]; y/rec/gru_cell/gates/bias [8]; y/rec/gru_cell/gates/kernel [7, 8]"
    )]
    [InlineData(
        "layernormvariantslstm",
        "y/rec/W_ff [3, 16]; y/rec/W_re [4, 16]; y/rec/beta_input_below [16]; y/rec/beta_new_c [4]; y/rec/gamma_input_below [16]; y/rec/gamma_new_c [4]; y/rec/gamma_state_below [16]"
    )]
    public void A_unit_makes_its_variables(string unit, string variables)
    {
        var net = NetText.Infer(
            $$"""" "y": {"class": "rec", "unit": "{{unit}}", "n_out": 4, "from": "data", "is_output_layer": True},""""
        );

        Assert.Equal(variables.Split("; "), net.VariableTexts());
    }

    [Fact]
    public void A_scope_of_its_own_replaces_the_one_of_the_unit()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "lstm", "n_out": 4, "from": "data", "name_scope": "enc", "is_output_layer": True},""""
        );

        Assert.Equal(["enc/W [3, 16]", "enc/W_re [4, 16]", "enc/b [16]"], net.VariableTexts());
    }

    [Fact]
    public void The_output_has_time_first_and_features_of_its_own()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "lstm", "n_out": 4, "from": "data", "is_output_layer": True},""""
        );

        Assert.Equal("time, global batch, y:feature", net.Dims("y"));
    }

    [Fact]
    public void A_unit_that_is_not_RETURNNs_own_is_not_judged()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "GRUBlock", "n_out": 4, "from": "data", "is_output_layer": True},""""
        );

        Assert.Empty(net.Faults);
    }

    [Fact]
    public void A_cell_of_TensorFlow_cannot_read_class_indices()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "standardlstm", "n_out": 4, "from": "data:classes", "is_output_layer": True},""""
        );

        Assert.Equal("ND2035", net.FaultCode());
    }

    [Fact]
    public void A_native_unit_reads_class_indices_as_vectors()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "nativelstm2", "n_out": 4, "from": "data:classes", "is_output_layer": True},""""
        );

        Assert.Contains("y/rec/W [5, 16]", net.VariableTexts());
    }

    [Fact]
    public void A_native_unit_cannot_do_single_steps()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rnn_cell", "unit": "nativelstm2", "n_out": 4, "from": "data", "is_output_layer": True},""""
        );

        Assert.Equal("ND2037", net.FaultCode());
    }

    [Fact]
    public void A_rec_layer_without_a_size_is_refused()
    {
        var net = NetText.Infer(
            """" "y": {"class": "rec", "unit": "lstm", "from": "data", "is_output_layer": True},""""
        );

        Assert.Equal("ND2037", net.FaultCode());
    }
}
