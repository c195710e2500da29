using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>Decoders as they are emitted for training and for search.</summary>
public sealed class DecoderSnapshots
{
    [Theory]
    [InlineData(NetTask.Train)]
    [InlineData(NetTask.Search)]
    public async Task A_decoder_with_attention(NetTask task) =>
        await Verify(Emitted.Text(DecoderNet.Build(task), Form.Python), "py").UseParameters(task);
}
