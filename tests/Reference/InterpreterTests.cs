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

    [Theory]
    [InlineData("""{"class": "pad", "from": "data:data", "axes": "T", "padding": (-90, 1)}""")]
    [InlineData("""{"class": "window", "from": "data:data", "window_size": -3}""")]
    [InlineData("""{"class": "shift_axis", "from": "data:data", "axis": "T", "amount": "three"}""")]
    [InlineData("""{"class": "linear", "from": "data:data", "n_out": -3, "activation": None}""")]
    [InlineData("""{"class": "split", "from": "data:data", "axis": "F", "size_splits": [1, "two"]}""")]
    [InlineData("""{"class": "dropout", "from": "data:data", "dropout": "half", "dropout_noise_shape": 3}""")]
    [InlineData("""{"class": "conv", "from": "data:data", "n_out": 3, "filter_size": (), "padding": "same"}""")]
    [InlineData("""{"class": "reduce", "from": "data:data", "mode": 3, "axes": "T"}""")]
    [InlineData("""{"class": "slice", "from": "data:data", "axis": "T", "slice_step": "x"}""")]
    [InlineData("""{"class": "rec", "from": "data:data", "unit": 3, "n_out": 2}""")]
    [InlineData("""{"class": "tile", "from": "data:data", "multiples": {"T": -2}}""")]
    [InlineData("""{"class": "eval", "from": "data:data", "eval": 3}""")]
    [InlineData("""{"class": "copy", "from": "data:data", "loss": "as_is", "loss_opts": {"scale": "much"}}""")]
    [InlineData("""{"class": "copy", "from": "data:data", "loss": "ce", "target": "data"}""")]
    [InlineData(
        """{"class": "copy", "from": "data:data", "loss": "ctc", "target": "data", "loss_opts": {"ctc_opts": 3}}"""
    )]
    [InlineData("""{"class": "linear", "from": "data:data", "n_out": 2, "activation": "tf.tanh(x", "L2": "some"}""")]
    [InlineData("""{"class": "batch_norm", "from": "data:data", "masked_time": True, "param_version": 7}""")]
    [InlineData("""{"class": "stft", "from": "data:data", "frame_size": 0, "frame_shift": 0}""")]
    [InlineData("""{"class": "dct", "from": "data:data", "type": "second"}""")]
    [InlineData("""{"class": "mel_filterbank", "from": "data:data", "n_out": 2, "nr_of_filters": 2, "fft_size": -4}""")]
    [InlineData("""{"class": "choice", "from": "data:data", "target": None, "beam_size": 3}""")]
    [InlineData(
        """{"class": "rec", "unit": "gru", "from": "data:data", "n_out": 2, "initial_state": {"h": 3, "c": "no"}}"""
    )]
    [InlineData("""{"class": "self_attention", "from": "data:data", "num_heads": 0, "total_key_dim": 2, "n_out": 2}""")]
    [InlineData("""{"class": "positional_encoding", "from": "data:data", "offset": 3, "constant": "x"}""")]
    public void An_option_of_a_wrong_kind_is_no_exception(string layer)
    {
        var config = NetText.Config($"\"output\": {layer}");

        Assert.Null(Record.Exception(() => NetVerifier.Compare(config, "net.py", config, "net.py", new())));
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_said_with_the_layer() =>
        Assert.Equal(
            ("ND7007", "output"),
            (
                InterpreterDiagnostics.UnfitNumbers(Layer(), "").Code,
                InterpreterDiagnostics.UnfitNumbers(Layer(), "").Layer
            )
        );

    [Fact]
    public void What_fails_behind_the_layers_is_said_without_one() =>
        Assert.Equal(
            ("ND7008", null),
            (InterpreterDiagnostics.UnfitStep("").Code, InterpreterDiagnostics.UnfitStep("").Layer)
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
