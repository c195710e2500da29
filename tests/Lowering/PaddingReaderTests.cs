using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Packing sets padding frames to zero: a masked batch norm is fused only if nothing behind it looks at them.</summary>
public sealed class PaddingReaderTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim features = Dim.Feature("in", 3);

    [Fact]
    public void A_raw_batch_norm_that_takes_padding_in_keeps_the_blocks() =>
        Assert.False(IsFused(x => Layer.Raw("batch_norm", [x], x.Dims, OptionValue.Dict(("masked_time", false)))));

    [Fact]
    public void A_raw_batch_norm_that_leaves_padding_out_does_not() =>
        Assert.True(IsFused(x => Layer.Raw("batch_norm", [x], x.Dims, OptionValue.Dict(("masked_time", true)))));

    [Fact]
    public void A_raw_norm_over_time_keeps_the_blocks() =>
        Assert.False(IsFused(x => Layer.Raw("norm", [x], x.Dims, OptionValue.Dict(("axis", time)))));

    [Fact]
    public void A_raw_layer_norm_over_features_does_not() =>
        Assert.True(IsFused(x => Layer.Raw("layer_norm", [x], x.Dims, OptionValue.Dict(("in_dim", features)))));

    [Fact]
    public void A_recurrent_layer_knows_where_sequences_end() =>
        Assert.True(IsFused(x => new Lstm(Dim.Feature("cells", 4)).Call(x)));

    [Fact]
    public void A_second_masked_batch_norm_leaves_padding_out() =>
        Assert.True(IsFused(x => new BatchNorm(masked: true).Call(x)));

    [Fact]
    public void An_unmasked_mean_over_time_keeps_the_blocks() =>
        Assert.False(IsFused(x => ReduceMean(x, [time], masked: false)));

    private static bool IsFused(Func<Tensor, Tensor> behind)
    {
        var net = new Net("padding");
        var data = net.Input("data", [Dim.Batch, time, features]);
        net.Output(behind(net.Add("first", new BatchNorm(masked: true)).Call(data)));
        var emission = ConfigEmitter.Emit(net, new EmitOptions { RulesOff = ["eval"] });
        return emission.Lowering.Entries.Single(entry => entry.Module == "first").Fired;
    }
}
