using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Dsl;

public sealed class AttentionModuleTests
{
    private static readonly Dim time = Dim.Dynamic("time");
    private static readonly Dim words = Dim.Dynamic("words");
    private static readonly Dim input = Dim.Feature("in", 6);
    private static readonly Dim output = Dim.Feature("out", 8);

    [Fact]
    public void Heads_that_do_not_divide_the_values_are_ND2070() =>
        AssertError("ND2070", x => new SelfAttention(output, heads: 3).Call(x));

    [Fact]
    public void Heads_that_do_not_divide_the_keys_are_ND2070() =>
        AssertError("ND2070", x => new SelfAttention(output, heads: 2, keySize: 5).Call(x));

    [Fact]
    public void Heads_that_do_not_divide_are_ND2070_between_sequences_too() =>
        AssertError("ND2070", x => new CrossAttention(output, heads: 3).Call(x, x));

    [Fact]
    public void An_encoding_for_keys_of_two_widths_is_ND2071() =>
        AssertError(
            "ND2071",
            x =>
            {
                var (net, relative) = (x.Node.Net!, new RelativePositionalEncoding());
                var first = net.Add("first", new SelfAttention(output, heads: 2, relative: relative)).Call(x);
                return net.Add("second", new SelfAttention(output, heads: 4, relative: relative)).Call(first);
            }
        );

    [Fact]
    public void Sines_over_two_features_are_ND2072() =>
        AssertError("ND2072", x => new PositionalEncoding().Call(new Linear(Dim.Feature("two", 2)).Call(x)));

    [Fact]
    public void Fixed_distances_of_two_features_are_ND2072() =>
        AssertError("ND2072", x => new SelfAttention(output, heads: 4, relative: new(sinusoidal: true)).Call(x));

    [Fact]
    public void Places_added_to_features_that_are_not_last_are_ND2073() =>
        AssertError(
            "ND2073",
            x => new PositionalEncoding().Call(x.Node.Net!.Input("turned", [Dim.Batch, input, time]))
        );

    [Fact]
    public void A_time_that_the_input_lacks_is_ND2002() =>
        AssertError("ND2002", x => new SelfAttention(output, heads: 2).Call(x, over: words));

    [Fact]
    public void A_time_that_the_source_lacks_is_ND2002() =>
        AssertError("ND2002", x => new CrossAttention(output, heads: 2).Call(x, x, over: words));

    [Fact]
    public void Without_a_time_there_is_nothing_to_read() =>
        AssertError("ND2013", x => new SelfAttention(output, heads: 2).Call(ReduceMean(x, [time])));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_at_least_one_head(int heads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SelfAttention(output, heads));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Not_all_weights_are_dropped(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SelfAttention(output, heads: 2, dropout: rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossAttention(output, heads: 2, dropout: rate));
    }

    [Fact]
    public void At_least_the_next_distance_is_told_apart() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RelativePositionalEncoding(clipping: 0));

    [Fact]
    public void Self_attention_keeps_batch_and_time() =>
        Assert.Equal([Dim.Batch, time, output], Dims(x => new SelfAttention(output, heads: 2, causal: true).Call(x)));

    [Fact]
    public void Attention_to_another_sequence_keeps_the_time_of_the_queries() =>
        Assert.Equal(
            [Dim.Batch, time, output],
            Dims(x =>
                new CrossAttention(output, heads: 2).Call(x, x.Node.Net!.Input("source", [Dim.Batch, words, input]))
            )
        );

    [Fact]
    public void Additive_attention_takes_queries_with_a_time_of_their_own() =>
        Assert.Equal(
            [Dim.Batch, time, input],
            Dims(x =>
                new MlpAttention(output).Call(x * 2.0, x.Node.Net!.Input("source", [Dim.Batch, words, input])).Context
            )
        );

    [Fact]
    public void The_weights_of_additive_attention_are_along_the_source() =>
        Assert.Equal(
            [Dim.Batch, time],
            Dims(x => new MlpAttention(output).Call(x.Node.Net!.Input("state", [Dim.Batch, input]), x).Weights)
        );

    private static void AssertError(string code, Func<Tensor, Tensor> record)
    {
        var net = new Net("attention");
        var error = Assert.Throws<ModelException>(() =>
        {
            net.Output(record(net.Input("data", [Dim.Batch, time, input])));
            net.Build();
        });
        var found = Assert.Single(error.Diagnostics);
        Assert.Equal((code, "AttentionModuleTests.cs"), (found.Code, Path.GetFileName(found.Location.Path)));
    }

    private static Shape Dims(Func<Tensor, Tensor> record)
    {
        var net = new Net("attention");
        var result = record(net.Input("data", [Dim.Batch, time, input]));
        net.Output(result);
        net.Build();
        return result.Dims;
    }
}
