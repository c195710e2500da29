using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Encoders of one block in a net with an output and a loss.</summary>
public sealed class EncoderSnapshots
{
    // With maps between dims of one size, JSON has no words for the blocks.
    public static TheoryData<Form> Forms => [Form.Python, Form.PythonPrimitive, Form.Json];

    private static Dim Model { get; } = Dim.Feature("model", 6);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Conformer(Form form)
    {
        var settings = new ConformerSettings
        {
            Heads = 2,
            FilterSize = 3,
            Clipping = 4,
            ResidualDropout = 0.2,
        };
        var front = new ConvSubsampling([new(Dim.Feature("channels", 5)) { Strides = (2, 2) }]);
        await Verify(
                Text(form, s => s.Net.Add("encoder", new ConformerEncoder(Model, 1, settings, front)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Conformer_without_dropout_and_positions(Form form)
    {
        var settings = new ConformerSettings
        {
            Heads = 2,
            FilterSize = 3,
            Clipping = null,
            Dropout = 0.0,
            AttentionDropout = 0.0,
        };
        await Verify(
                Text(form, s => s.Net.Add("encoder", new ConformerEncoder(Model, 1, settings)).Call(s.Data)),
                Emitted.Extension(form)
            )
            .UseParameters(form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Transformer(Form form)
    {
        var settings = new TransformerSettings { Heads = 2, Causal = true };
        await Verify(
                Text(form, s => s.Net.Add("encoder", new TransformerEncoder(Model, 1, settings)).Call(Features(s))),
                Emitted.Extension(form)
            )
            .UseParameters(form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Transformer_with_relative_positions(Form form)
    {
        var settings = new TransformerSettings
        {
            Heads = 2,
            AbsolutePositions = false,
            Clipping = 4,
            ResidualDropout = 0.2,
        };
        await Verify(
                Text(form, s => s.Net.Add("encoder", new TransformerEncoder(Model, 1, settings)).Call(Features(s))),
                Emitted.Extension(form)
            )
            .UseParameters(form);
    }

    private static Tensor Features(Sample s) => s.Net.Add("in", new Linear(Model)).Call(s.Data);

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
