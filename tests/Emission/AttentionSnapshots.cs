using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Each module of attention alone in a net with an output and a loss.</summary>
public sealed class AttentionSnapshots
{
    // With two dims of time, or of heads of one size, JSON has no words for the blocks.
    public static TheoryData<Form> Forms => [Form.Python, Form.PythonPrimitive, Form.Json];

    public static TheoryData<Form> PythonForms => [Form.Python, Form.PythonPrimitive];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Self_attention(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("att", new SelfAttention(s.Out, heads: 2, dropout: 0.1)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Self_attention_causal(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("att", new SelfAttention(s.Out, heads: 2, causal: true)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Self_attention_relative(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var relative = new RelativePositionalEncoding(clipping: 3);
                        return s.Net.Add("att", new SelfAttention(s.Out, heads: 2, relative: relative)).Call(s.Data);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Self_attention_sinusoidal(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var relative = new RelativePositionalEncoding(sinusoidal: true);
                        var attention = new SelfAttention(s.Out, heads: 2, keySize: 8, relative: relative);
                        return s.Net.Add("att", attention).Call(s.Data);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Self_attention_between_linear_maps(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var x = s.Net.Add("in", new Linear(s.Out)).Call(s.Data);
                        var heads = s.Net.Add("heads", new SelfAttention(s.Out, heads: 2)).Call(x);
                        return x + s.Net.Add("projection", new Linear(s.Out, bias: false)).Call(heads);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(PythonForms))]
    public async Task Cross_attention(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var source = s.Net.Input("source", [Dim.Batch, Dim.Dynamic("source_time"), s.In]);
                        return s
                            .Net.Add("att", new CrossAttention(s.Out, heads: 2, keySize: 6, dropout: 0.1))
                            .Call(s.Data, source);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(PythonForms))]
    public async Task Cross_attention_along_one_time(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var source = s.Net.Input("source", [Dim.Batch, s.Time, Dim.Feature("words", 5)]);
                        return s.Net.Add("att", new CrossAttention(s.Out, heads: 2)).Call(s.Data, source);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(PythonForms))]
    public async Task Cross_attention_of_one_query(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("att", new CrossAttention(s.Out, heads: 2)).Call(State(s), s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(PythonForms))]
    public async Task Mlp_attention(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("att", new MlpAttention(s.Out)).Call(State(s), s.Data).Context),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(PythonForms))]
    public async Task Location_aware_attention(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var read = s.Net.Input("read", [Dim.Batch, s.Time]);
                        var attention = s.Net.Add("att", new LocationAwareAttention(s.Out, filters: 6));
                        return attention.Call(State(s), s.Data, read).Context;
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Positional_encoding(Form form) =>
        await Verify(
                Text(form, s => new PositionalEncoding().Call(s.Net.Add("in", new Linear(s.Out)).Call(s.Data))),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    private static Tensor State(Sample sample) => sample.Net.Input("state", [Dim.Batch, Dim.Feature("cells", 7)]);

    private static string Text(Form form, Func<Sample, Tensor> call)
    {
        var net = Sample.Of(sample =>
        {
            var result = call(sample);
            sample.Net.Loss("energy", ReduceMean(Square(result), [result.Dims.Feature!]));
            sample.Net.Output(result);
        });
        return Emitted.Text(net, form);
    }
}
