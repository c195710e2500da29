#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Train, Search);

// A transducer that emits one label or a blank for each frame (Sak et al., 2017; Zeyer et al., 2020): trained on an alignment.
static Net Train() => Transducer("monotonic_rnnt_train", NetTask.Train);

static Net Search() => Transducer("monotonic_rnnt_search", NetTask.Search);

static Net Transducer(string name, NetTask task)
{
    var net = new Net(name) { Task = task };
    var (labels, blank) = (Dim.Feature("labels", 1030), Dim.Feature("blank", 1));
    var frames = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("audio", 40)]);

    // A label or the blank, which is the last class, for each frame that the encoder yields.
    var aligned = Dim.Dynamic("aligned");
    var alignment = net.Input("alignment", [Dim.Batch, aligned], sparse: labels + blank);

    var (encoded, time) = net.Add("encoder", new Encoder()).Call(frames);
    var decoder = net.Add("decoder", new Decoder(labels, blank));
    if (task == NetTask.Search)
    {
        var (found, _) = decoder.Call(encoded, time, alignment);
        var best = Decide(found);
        net.Output(KeepFrames(best, NotEqual(best, decoder.Blank), Dim.Dynamic("spoken")));
    }
    else
    {
        // The alignment tells what each frame of the encoder is, which a second loss on these frames makes use of.
        encoded = ReplaceDim(encoded, time, aligned);
        var (_, scores) = decoder.Call(encoded, aligned, alignment);
        net.Loss("ce", CrossEntropy(scores, alignment));
        var framewise = net.Add("framewise", new Linear(labels + blank)).Call(encoded);
        net.Loss("framewise_ce", CrossEntropy(framewise, alignment), scale: 0.3);
    }

    net.Training = new()
    {
        Task = task == NetTask.Search ? "search" : "train",
        Train = Dataset.Of("HDFDataset", ("files", OptionValue.List("train.hdf")), ("seq_ordering", "laplace:.1000")),
        Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("dev.hdf"))),
        BatchSize = 10000,
        MaxSequences = 200,
        Epochs = 150,
        Optimizer = Optimizer.Adam(epsilon: 1e-8),
        LearningRate = 0.001,
    };
    return net;
}

sealed class Encoder : Module
{
    public StackedBiLstm Lstms { get; } =
        new(Dim.Feature("cells", 1024), layers: 6, LstmUnit.Native, pooling: [3, 2], dropout: 0.3);
    public Linear Bottleneck { get; } = new(Dim.Feature("encoded", 256));

    public (Tensor Frames, Dim Time) Call(Tensor x)
    {
        using var call = Enter(x);
        var (frames, time) = Lstms.Call(x);
        return (Bottleneck.Call(frames), time);
    }
}

sealed class Decoder(Dim labels, Dim blank) : Module
{
    private const int Begin = 0;

    public Embedding LabelEmbed { get; } = new(Dim.Feature("label_embed", 621), labels + blank);
    public Lstm LabelLstm { get; } = new(Dim.Feature("label_cells", 1024), LstmUnit.Native);
    public Embedding Embed { get; } = new(Dim.Feature("embed", 128), labels + blank);
    public Lstm FrameLstm { get; } = new(Dim.Feature("frame_cells", 128), LstmUnit.Native);
    public Linear Readout { get; } = new(Dim.Feature("readout", 1000));
    public Linear Label { get; } = new(labels);
    public Linear Emit { get; } = new(blank);

    public int Blank => labels.Size!.Value;

    public (Tensor Labels, Tensor Scores) Call(Tensor encoded, Dim time, Tensor alignment)
    {
        using var call = Enter(encoded);
        return Loop(
            time,
            step =>
            {
                var label = step.Choice(alignment, initial: Begin);
                var frame = step.Unstack(encoded);

                // The slower net predicts from labels alone, and moves on only where one was emitted.
                var spoken = Masked(
                    NotEqual(label.Previous, Blank),
                    () => LabelLstm.Step(step, [LabelEmbed.Call(label.Previous)])
                );
                var s = FrameLstm.Step(step, [frame, Embed.Call(label.Previous), spoken]);
                var joined = Concat([
                    (s, FrameLstm.Output),
                    (frame, encoded.Dims.Feature!),
                    (spoken, LabelLstm.Output),
                ]);
                var which = LogSoftmax(Label.Call(Tanh(Readout.Call(joined))), over: labels);
                var emit = Emit.Call(s);
                var scores = Concat([(which + LogSigmoid(Squeeze(emit, blank)), labels), (LogSigmoid(-emit), blank)]);
                label.Choose(scores, scoresAre: ChoiceScores.LogProbabilities, lengthNormalization: false);
                return (step.Stack(label.State), step.Stack(scores));
            }
        );
    }
}
