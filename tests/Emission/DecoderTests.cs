using NetDsl.Layers;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>A Transformer decoder over a source with a time of its own.</summary>
public sealed class DecoderTests
{
    private static readonly TransformerSettings small = new() { Heads = 2, FeedForward = 5 };

    // With two dims of time JSON has no words for it.
    public static TheoryData<Form> Forms => [Form.Python, Form.PythonPrimitive];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_block(Form form) =>
        await Verify(Emitted.Text(Block(small), form), Emitted.Extension(form)).UseParameters(form);

    [Fact]
    public void The_dims_that_go_in_come_out() =>
        Sample.Of(s =>
        {
            var x = new Linear(s.Out).Call(s.Data);
            var y = s.Net.Add("decoder", new TransformerDecoder(s.Out, blocks: 2, small)).Call(x, Source(s));
            Assert.Equal(x.Dims, y.Dims);
            s.Net.Output(y);
        });

    [Fact]
    public void A_block_sees_no_frame_to_come_whatever_the_settings_say() =>
        Assert.Equal(
            "True",
            Assert.Single(Emitted.Summary(Block(small)).Layers, layer => layer.Class == "self_attention").Options[
                "attention_left_only"
            ]
        );

    [Fact]
    public void The_attention_weights_can_all_be_kept() =>
        Assert.DoesNotContain(
            Emitted.Summary(Block(small with { AttentionDropout = 0 })).Layers,
            layer => layer.Class == "dropout"
        );

    [Fact]
    public void There_is_at_least_one_block() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransformerDecoder(Dim.Feature("model", 4), blocks: 0));

    private static Net Block(TransformerSettings settings) =>
        Sample.Of(s =>
        {
            var x = s.Net.Add("in", new Linear(s.Out)).Call(s.Data);
            s.Net.Output(s.Net.Add("block", new TransformerDecoderBlock(s.Out, settings)).Call(x, Source(s)));
        });

    private static Tensor Source(Sample s) =>
        s.Net.Input("source", [Dim.Batch, Dim.Dynamic("source_time"), Dim.Feature("encoded", 3)]);
}
