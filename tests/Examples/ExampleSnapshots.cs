using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Emitting;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Examples;

/// <summary>What <c>netdsl emit</c> prints for each model of each example, from the file as it lies in the repository.</summary>
[Collection("Console")]
public sealed class ExampleSnapshots : CliFixture
{
    public ExampleSnapshots() => Host = Host with { Emitter = ConfigEmitter.Emit };

    [Theory]
    [CombinatorialForms("batch_norm", "batch_norm_without_affine", "batch_norm_masked")]
    public async Task Batch_norm(string model, Form form) =>
        await Verify(Printed("batchnorm.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [CombinatorialForms("handwritten_batch_norm")]
    public async Task Handwritten_batch_norm(string model, Form form) =>
        await Verify(Printed("handwritten-batchnorm.cs", model, form), Emitted.Extension(form))
            .UseParameters(model, form);

    [Theory]
    [InlineData("blstm_ctc", Form.Python)]
    [InlineData("blstm_ctc", Form.PythonPrimitive)]
    [InlineData("blstm_ctc_trial", Form.Python)]
    public async Task Blstm_ctc(string model, Form form) =>
        await Verify(Printed("blstm-ctc.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("resnet_hybrid", Form.Python)]
    [InlineData("resnet_hybrid", Form.PythonPrimitive)]
    [InlineData("resnet_hybrid", Form.Json)]
    [InlineData("resnet_hybrid_trial", Form.Python)]
    public async Task Resnet_hybrid(string model, Form form) =>
        await Verify(Printed("resnet-hybrid.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("tacotron2", Form.Python)]
    [InlineData("tacotron2", Form.PythonPrimitive)]
    public async Task Tacotron2(string model, Form form) =>
        await Verify(Printed("tacotron2.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("transformer_lm", Form.Python)]
    [InlineData("transformer_lm", Form.Json)]
    [InlineData("transformer_lm_trial", Form.Python)]
    [InlineData("transformer_lm_trial", Form.PythonPrimitive)]
    [InlineData("transformer_lm_trial", Form.Json)]
    public async Task Transformer_lm(string model, Form form) =>
        await Verify(Printed("transformer-lm.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("mnist_mlp", Form.Python)]
    [InlineData("mnist_mlp", Form.PythonPrimitive)]
    [InlineData("mnist_mlp", Form.Json)]
    public async Task Mnist_mlp(string model, Form form) =>
        await Verify(Printed("mnist-mlp.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [CombinatorialForms("twelve_ax")]
    public async Task Twelve_ax(string model, Form form) =>
        await Verify(Printed("twelve-ax.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("conformer_hybrid", Form.Python)]
    [InlineData("conformer_hybrid", Form.Json)]
    public async Task Conformer_hybrid(string model, Form form) =>
        await Verify(Printed("conformer-hybrid.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [CombinatorialForms("lstm_lm_train", "lstm_lm_score")]
    public async Task Lstm_lm(string model, Form form) =>
        await Verify(Printed("lstm-lm.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("attention_lstm_train", Form.Python)]
    [InlineData("attention_lstm_train", Form.PythonPrimitive)]
    [InlineData("attention_lstm_search", Form.Python)]
    [InlineData("attention_lstm_search", Form.PythonPrimitive)]
    public async Task Attention_lstm(string model, Form form) =>
        await Verify(Printed("attention-lstm.cs", model, form), Emitted.Extension(form)).UseParameters(model, form);

    [Theory]
    [InlineData("transformer_train")]
    [InlineData("transformer_search")]
    public async Task Transformer(string model) =>
        await Verify(Printed("transformer.cs", model, Form.Python), "py").UseParameters(model);

    [Theory]
    [InlineData("conformer_attention_train")]
    [InlineData("conformer_attention_search")]
    public async Task Conformer_attention(string model) =>
        await Verify(Printed("conformer-attention.cs", model, Form.Python), "py").UseParameters(model);

    [Theory]
    [InlineData("monotonic_rnnt_train")]
    [InlineData("monotonic_rnnt_search")]
    public async Task Monotonic_rnnt(string model) =>
        await Verify(Printed("monotonic-rnnt.cs", model, Form.Python), "py").UseParameters(model);

    [Fact]
    public void The_weights_between_two_hidden_layers_of_one_size_cannot_be_said_in_JSON()
    {
        Run("emit", Example("mnist-mlp.cs"), "-f", "json", "--no-lower");

        Assert.Contains(
            "error ND3010: JSON cannot tell the dims hidden1:512 and hidden2:512 apart",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void That_entries_are_repeated_up_to_the_length_of_other_data_cannot_be_said_in_JSON() =>
        Assert.Equal(1, Run("emit", Example("tacotron2.cs"), "-f", "json"));

    [Fact]
    public void A_mask_for_each_sequence_of_the_batch_cannot_be_said_in_JSON()
    {
        Run("emit", Example("blstm-ctc.cs"), "--model", "blstm_ctc", "-f", "json");

        Assert.Contains("error ND3001: JSON cannot say the dim \"batch\"", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_has_snapshots()
    {
        var source = File.ReadAllText(RepositoryFiles.FullPath("tests", "Examples", "ExampleSnapshots.cs"));

        Findings.None(
            Directory
                .EnumerateFiles(RepositoryFiles.FullPath("examples"), "*.cs")
                .Select(file => Path.GetFileName(file))
                .Where(file => !source.Contains($"Printed(\"{file}\"", StringComparison.Ordinal))
        );
    }

    private static string Example(string file) => RepositoryFiles.FullPath("examples", file);

    private string Printed(string file, string model, Form form)
    {
        string[] format = Emitted.Extension(form) == "json" ? ["-f", "json"] : ["-f", "python"];
        string[] lower = Emitted.Options(form).Lower ? [] : ["--no-lower"];
        var exitCode = Run(["emit", Example(file), "--model", model, .. format, .. lower]);
        Assert.True(exitCode == 0, Error);
        return Output;
    }
}
