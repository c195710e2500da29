#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Tacotron2);

// Phonemes to mel spectra: Tacotron 2 (Shen et al., 2018) with durations in the place of attention (Shen et al., 2020).
// The decoder reads the true frame before each, so this is the net to train.
static Net Tacotron2()
{
    var net = new Net("tacotron2");
    var (positions, frames) = (Dim.Dynamic("positions"), Dim.Dynamic("frames"));
    var mel = Dim.Feature("mel", 80);
    var phonemes = net.Input("data", [Dim.Batch, positions], sparse: Dim.Feature("phonemes", 45));
    var durations = net.Input("durations", [Dim.Batch, positions], type: DataType.Int32);
    var speech = net.Input("speech", [Dim.Batch, frames, mel]);

    var encoded = net.Add("encoder", new Encoder()).Call(phonemes);
    var logDurations = net.Add("durations", new DurationPredictor()).Call(encoded);
    var stretched = Repeat(encoded, positions, durations, into: frames);
    var rough = net.Add("decoder", new Decoder(mel)).Call(stretched, before: Shift(speech, frames, 1));
    var fine = rough + net.Add("postnet", new Postnet(mel)).Call(rough);

    net.Loss("durations_l1", MeanAbsoluteError(logDurations, Log(Cast(durations, DataType.Float32) + 1.0)));
    foreach (var (name, spectrum) in new[] { ("rough", rough), ("fine", fine) })
    {
        net.Loss($"{name}_l1", MeanAbsoluteError(spectrum, speech));
        net.Loss($"{name}_l2", MeanSquaredError(spectrum, speech));
    }

    net.Output(fine);
    net.Training = new()
    {
        Train = Dataset.Of(
            "HDFDataset",
            ("files", OptionValue.List("data/train.hdf")),
            ("seq_ordering", "laplace:.1000"),
            ("partition_epoch", 5)
        ),
        Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("data/dev.hdf"))),
        BatchSize = 18_000,
        MaxSequences = 60,
        Epochs = 200,
        Optimizer = Optimizer.Adam(epsilon: 1e-6),
        LearningRate = 0.001,
        Options = [new("gradient_clip_global_norm", 1.0)],
    };
    return net;
}

sealed class Encoder : Module
{
    public Embedding Embedding { get; } = new(Dim.Feature("embedding", 512));
    public IReadOnlyList<ConvBlock> Convs { get; } = [new("conv1"), new("conv2"), new("conv3")];
    public BiLstm States { get; } = new(Dim.Feature("cells", 256), LstmUnit.Native);

    public Tensor Call(Tensor phonemes)
    {
        using var call = Enter(phonemes);
        var x = Embedding.Call(phonemes);
        foreach (var conv in Convs)
        {
            x = Dropout(Relu(conv.Call(x)), 0.5);
        }

        return States.Call(x);
    }
}

sealed class DurationPredictor : Module
{
    private static readonly Dim one = Dim.Feature("duration", 1);

    public BiLstm States { get; } = new(Dim.Feature("duration_cells", 256), LstmUnit.Native);
    public Linear Output { get; } = new(one);

    // Logarithms of numbers of frames, plus one as some phonemes have none.
    public Tensor Call(Tensor encoded)
    {
        using var call = Enter(encoded);
        return Squeeze(Output.Call(States.Call(encoded)), one);
    }
}

sealed class Decoder(Dim mel) : Module
{
    public Linear Prenet1 { get; } = new(Dim.Feature("prenet1", 256));
    public Linear Prenet2 { get; } = new(Dim.Feature("prenet2", 256));
    public Lstm States1 { get; } = new(Dim.Feature("states1", 1024), LstmUnit.Native);
    public Lstm States2 { get; } = new(Dim.Feature("states2", 1024), LstmUnit.Native);
    public Linear Output { get; } = new(mel);

    public Tensor Call(Tensor encoded, Tensor before)
    {
        using var call = Enter(encoded);

        // Drops in any case, so that it is not enough to copy the frame before.
        var hint = Dropout(Relu(Prenet1.Call(before)), 0.5, onForward: true);
        hint = Dropout(Relu(Prenet2.Call(hint)), 0.5, onForward: true);
        var states = States2.Call(States1.Call(Join(encoded, hint)));
        return Output.Call(Join(states, encoded));
    }

    private static Tensor Join(Tensor a, Tensor b) => Concat([(a, a.Dims.Feature!), (b, b.Dims.Feature!)]);
}

sealed class Postnet(Dim mel) : Module
{
    public IReadOnlyList<ConvBlock> Convs { get; } = [new("post1"), new("post2"), new("post3"), new("post4")];
    public ConvBlock Output { get; } = new(mel);

    public Tensor Call(Tensor spectrum)
    {
        using var call = Enter(spectrum);
        var x = spectrum;
        foreach (var conv in Convs)
        {
            x = Dropout(Tanh(conv.Call(x)), 0.5);
        }

        return Dropout(Output.Call(x), 0.5);
    }
}

sealed class ConvBlock(Dim output) : Module
{
    public ConvBlock(string name)
        : this(Dim.Feature(name, 512)) { }

    public Conv1d Conv { get; } = new(output, 5, bias: false);
    public BatchNorm Norm { get; } = new();

    public Tensor Call(Tensor x) => Norm.Call(Conv.Call(x));
}
