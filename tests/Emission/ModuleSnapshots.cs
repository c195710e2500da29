using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Each module alone in a net with an output and a loss.</summary>
public sealed class ModuleSnapshots
{
    public static TheoryData<Form> Forms => [.. Enum.GetValues<Form>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Batch_norm(Form form) =>
        await Verify(Text(form, s => s.Net.Add("norm", new BatchNorm()).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Batch_norm_without_affine(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("norm", new BatchNorm(affine: false)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Batch_norm_masked(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("norm", new BatchNorm(masked: true)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Batch_norm_masked_without_affine(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("norm", new BatchNorm(affine: false, masked: true)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Batch_norm_called_twice(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var norm = s.Net.Add("norm", new BatchNorm());
                        return norm.Call(Relu(norm.Call(s.Data)));
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Layer_norm(Form form) =>
        await Verify(Text(form, s => s.Net.Add("norm", new LayerNorm()).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Layer_norm_without_bias(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("norm", new LayerNorm(bias: false)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Rms_norm(Form form) =>
        await Verify(Text(form, s => s.Net.Add("norm", new RmsNorm()).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Instance_norm(Form form) =>
        await Verify(Text(form, s => s.Net.Add("norm", new InstanceNorm()).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Instance_norm_with_padding(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("norm", new InstanceNorm(masked: false)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Group_norm(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                        s.Net.Add("norm", new GroupNorm(3, overFrames: false))
                            .Call(s.Net.Input("wide", [Dim.Batch, s.Time, Dim.Feature("features", 12)]))
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Gating_of_a_linear_map(Form form) =>
        await Verify(
                Text(
                    form,
                    s => s.Net.Add("glu", new Gating()).Call(s.Net.Add("up", new Linear(2 * s.Out)).Call(s.Data))
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Embedding_of_words(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                        s.Net.Add("words", new Embedding(s.Out))
                            .Call(s.Net.Input("words", [Dim.Batch, s.Time], sparse: Dim.Feature("vocab", 11)))
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Feed_forward(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("ff", new FeedForward(s.Out, dropout: 0.1)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Linear_with_bias(Form form) =>
        await Verify(Text(form, s => s.Net.Add("ff", new Linear(s.Out)).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Linear_without_bias(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("ff", new Linear(s.Out, bias: false)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Linear_called_twice(Form form) =>
        await Verify(
                Text(
                    form,
                    s =>
                    {
                        var linear = s.Net.Add("ff", new Linear(s.Out));
                        return linear.Call(s.Data) * linear.Call(-s.Data);
                    }
                ),
                Emitted.Extension(form)
            )
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lstm_standard(Form form) =>
        await Verify(Text(form, s => s.Net.Add("lstm", new Lstm(s.Out)).Call(s.Data)), Emitted.Extension(form))
            .UseParameters(form);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lstm_native_backward(Form form) =>
        await Verify(
                Text(form, s => s.Net.Add("lstm", new Lstm(s.Out, LstmUnit.Native, backward: true)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);

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
