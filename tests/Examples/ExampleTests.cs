using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Examples;

/// <summary>What holds for every example.</summary>
[Collection("Console")]
public sealed class ExampleTests : CliFixture
{
    public ExampleTests() => Host = Host with { Emitter = ConfigEmitter.Emit };

    [Theory]
    [InlineData("batchnorm.cs", "batch_norm")]
    [InlineData("batchnorm.cs", "batch_norm_without_affine")]
    [InlineData("batchnorm.cs", "batch_norm_masked")]
    [InlineData("blstm-ctc.cs", "blstm_ctc")]
    [InlineData("blstm-ctc.cs", "blstm_ctc_trial")]
    [InlineData("handwritten-batchnorm.cs", "handwritten_batch_norm")]
    [InlineData("mnist-mlp.cs", "mnist_mlp")]
    [InlineData("resnet-hybrid.cs", "resnet_hybrid")]
    [InlineData("resnet-hybrid.cs", "resnet_hybrid_trial")]
    [InlineData("tacotron2.cs", "tacotron2")]
    [InlineData("transformer-lm.cs", "transformer_lm")]
    [InlineData("transformer-lm.cs", "transformer_lm_trial")]
    [InlineData("twelve-ax.cs", "twelve_ax")]
    [InlineData("conformer-hybrid.cs", "conformer_hybrid")]
    [InlineData("lstm-lm.cs", "lstm_lm_train")]
    [InlineData("lstm-lm.cs", "lstm_lm_score")]
    [InlineData("attention-lstm.cs", "attention_lstm_train")]
    [InlineData("attention-lstm.cs", "attention_lstm_search")]
    [InlineData("transformer.cs", "transformer_train")]
    [InlineData("conformer-attention.cs", "conformer_attention_train")]
    [InlineData("conformer-attention.cs", "conformer_attention_search")]
    [InlineData("transformer.cs", "transformer_search")]
    [InlineData("monotonic-rnnt.cs", "monotonic_rnnt_train")]
    [InlineData("monotonic-rnnt.cs", "monotonic_rnnt_search")]
    public void An_example_is_emitted_without_a_warning(string file, string model)
    {
        Run("emit", RepositoryFiles.FullPath("examples", file), "--model", model);

        Assert.Empty(Error);
    }
}
