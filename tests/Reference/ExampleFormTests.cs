using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Every example can be verified.</summary>
[Collection("Console")]
public sealed class ExampleFormTests : CliFixture
{
    public ExampleFormTests() => Host = Host with { Emitter = ConfigEmitter.Emit };

    [Theory]
    [InlineData("attention-lstm.cs", "attention_lstm_train")]
    [InlineData("attention-lstm.cs", "attention_lstm_search")]
    [InlineData("batchnorm.cs", "batch_norm_masked")]
    [InlineData("blstm-ctc.cs", "blstm_ctc_trial")]
    [InlineData("conformer-hybrid.cs", "conformer_hybrid")]
    [InlineData("handwritten-batchnorm.cs", "handwritten_batch_norm")]
    [InlineData("lstm-lm.cs", "lstm_lm_train")]
    [InlineData("lstm-lm.cs", "lstm_lm_score")]
    [InlineData("mnist-mlp.cs", "mnist_mlp")]
    [InlineData("resnet-hybrid.cs", "resnet_hybrid_trial")]
    [InlineData("tacotron2.cs", "tacotron2")]
    [InlineData("transformer-lm.cs", "transformer_lm_trial")]
    [InlineData("twelve-ax.cs", "twelve_ax")]
    public void Both_forms_of_an_example_compute_the_same(string file, string model)
    {
        var code = Run("verify", RepositoryFiles.FullPath("examples", file), "--model", model, "--batches", "1");

        Assert.Equal(("", 0), (Error, code));
    }
}
