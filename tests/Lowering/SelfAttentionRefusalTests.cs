using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Lowering.AttentionWays;

namespace NetDsl.Tests.Lowering;

/// <summary>What keeps a self-attention from becoming one layer.</summary>
public sealed class SelfAttentionRefusalTests
{
    private static readonly AttentionWays ways = new();
    private static readonly Dim others = Dim.Dynamic("others");

    [Fact]
    public void By_hand_nothing_keeps_it() => Assert.Null(Refusal(ways));

    [Fact]
    public void Another_scale() =>
        Assert.Equal(
            "the queries are multiplied by 0.5, not by 0.7071067811865476, one by the root of their size",
            Refusal(ways with { Scale = 0.5 })
        );

    [Fact]
    public void No_mask_of_the_keys() =>
        AssertBlocks(
            ways with
            {
                Weigh = (energy, keys) =>
                    Layer.Raw(
                        "softmax_over_spatial",
                        [energy],
                        energy.Dims,
                        OptionValue.Dict(("axis", keys), ("use_time_mask", false))
                    ),
            }
        );

    [Fact]
    public void Logarithms_of_weights() =>
        AssertBlocks(ways with { Weigh = (energy, keys) => LogSoftmax(energy, keys) });

    [Fact]
    public void Weights_over_the_queries() =>
        Assert.Equal(
            "a reinterpret_data does more than call time:? time:?",
            Refusal(ways with { Weigh = (energy, _) => Softmax(energy, over: Time) })
        );

    [Fact]
    public void Weights_that_are_an_output() =>
        Assert.Equal(
            "its softmax is the output \"weights\"",
            Refusal(ways with { Also = (net, steps) => net.Output(steps.Weights, "weights") })
        );

    [Fact]
    public void Keys_that_something_else_reads() =>
        Assert.Equal(
            "its reinterpret_data is also read by relu",
            Refusal(ways with { Also = (net, steps) => net.Output(Relu(steps.Key), "keys") })
        );

    [Fact]
    public void A_time_of_the_keys_that_something_else_has() =>
        Assert.Equal(
            $"the dim {ways.KeyTime} of its keys is also a dim of reinterpret_data",
            Refusal(
                ways with
                {
                    Also = (net, _) =>
                        net.Output(
                            ReplaceDim(net.Input("other", [Dim.Batch, others, Input]), others, ways.KeyTime),
                            "other"
                        ),
                }
            )
        );

    [Fact]
    public void A_matrix_the_other_way_round() =>
        Assert.Equal("the matrix of queries, keys and values is not [input, columns]", Refusal(Turned()));

    [Fact]
    public void Heads_put_together_the_other_way_round() =>
        Assert.Equal(
            "the results of the heads are not put one after the other",
            Refusal(ways with { Merge = all => MergeDims(all, [Value, Heads], into: Output) })
        );

    [Fact]
    public void Dropout_of_whole_frames() =>
        Assert.Equal(
            "the weights are not dropped each by itself in training",
            Refusal(ways with { Drop = weights => Dropout(weights, 0.1, axes: [Time]) })
        );

    [Fact]
    public void Dropout_outside_of_training() =>
        Assert.Equal(
            "the weights are not dropped each by itself in training",
            Refusal(ways with { Drop = weights => Dropout(weights, 0.1, onForward: true) })
        );

    [Fact]
    public void Frames_before_it_alone() =>
        Assert.Equal(
            "the frames seen are not the frame itself and those before it",
            Refusal(ways with { Sight = (x, key) => Broadcast(RangeInAxis(x, Time)) > RangeInAxis(key, ways.KeyTime) })
        );

    [Fact]
    public void Frames_that_are_hidden_a_little() =>
        Assert.Equal(
            "what is not seen has an energy of -10, not of -1e30",
            Refusal(AttentionNets.Causal(ways) with { Hidden = -10 })
        );

    [Fact]
    public void Padding_frames_of_a_causal_one_that_are_read() =>
        Assert.Equal(
            "sum may read padding frames, in which the layer yields something else",
            Refusal(AttentionNets.Causal(ways) with { After = x => ReduceSum(x, [Time], masked: false) })
        );

    [Fact]
    public void An_encoding_of_other_distances() =>
        Assert.Equal(
            "the encoding is not of the distances from queries to keys",
            Refusal(
                ways with
                {
                    Encode = (query, x) =>
                        Dot(
                            query,
                            Layer.Raw(
                                "relative_positional_encoding",
                                [x],
                                [Time, ways.KeyTime, Key],
                                OptionValue.Dict(
                                    ("out_dim", Key),
                                    ("query_spatial_dim", Time),
                                    ("key_value_spatial_dim", ways.KeyTime),
                                    ("query_offset", 1)
                                )
                            ),
                            reduce: Key
                        ),
                }
            )
        );

    [Fact]
    public void A_sequence_of_fixed_length()
    {
        var time = Dim.Spatial("places", 7);
        var net = new Net("fixed");
        var x = net.Input("data", [Dim.Batch, time, Input]);
        net.Output(net.Add("att", new SelfAttention(Output, heads: 2)).Call(x, over: time));
        Assert.Equal(
            "the layer needs a batch, one dynamic dim and the features, and its input has [batch, places:7, in:5]",
            Refusal(net)
        );
    }

    private static AttentionWays Turned()
    {
        var turned = new Parameter([Columns, Input], name: "turned");
        return ways with { Multiply = (x, _) => Dot(x, turned, reduce: Input) };
    }

    private static void AssertBlocks(AttentionWays other) =>
        Assert.Equal(0, EmittedNet.Of(other.Net()).Count("self_attention"));

    private static string? Refusal(AttentionWays other) => Refusal(other.Net());

    private static string? Refusal(Net net)
    {
        var emitted = EmittedNet.Of(net);
        var entry = Assert.Single(emitted.Entries, entry => entry.Rule == "self_attention");
        Assert.Equal(entry.Fired ? 1 : 0, emitted.Count("self_attention"));
        return entry.Reason;
    }
}
