#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Train, Search);

// Speech recognition with attention (Chorowski et al., 2015; Zeyer et al., 2018): one model, trained and searched.
static Net Train() => Recognizer("attention_lstm_train", NetTask.Train);

static Net Search() => Recognizer("attention_lstm_search", NetTask.Search);

static Net Recognizer(string name, NetTask task)
{
    var net = new Net(name) { Task = task };
    var labels = Dim.Feature("labels", 1000);
    var frames = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("audio", 40)]);
    var target = net.Input("classes", [Dim.Batch, Dim.Dynamic("label_time")], sparse: labels);

    var (encoded, time) = net.Add("encoder", new Encoder()).Call(frames);
    var (found, logits) = net.Add("decoder", new Decoder(labels)).Call(encoded, time, target);
    if (task == NetTask.Search)
    {
        net.Output(Decide(found));
    }
    else
    {
        net.Loss("ce", CrossEntropy(logits, target));
    }

    net.Training = new()
    {
        Task = task == NetTask.Search ? "search" : "train",
        Train = Dataset.Of("HDFDataset", ("files", new OptionValue[] { "train.hdf" })),
        Dev = Dataset.Of("HDFDataset", ("files", new OptionValue[] { "dev.hdf" })),
        BatchSize = 20000,
        MaxSequences = 200,
        Epochs = 150,
        Optimizer = Optimizer.Adam(epsilon: 1e-8),
        LearningRate = 0.0008,
    };
    return net;
}

sealed class Encoder : Module
{
    public StackedBiLstm Lstms { get; } =
        new(Dim.Feature("cells", 1024), layers: 6, LstmUnit.Native, pooling: [3, 2], dropout: 0.3);

    public (Tensor Frames, Dim Time) Call(Tensor x) => Lstms.Call(x);
}

sealed class Decoder(Dim labels) : Module
{
    private const int EndOfSentence = 0;

    public Embedding Embed { get; } = new(Dim.Feature("embed", 621), labels);
    public Lstm S { get; } = new(Dim.Feature("s", 1000), LstmUnit.Native);
    public LocationAwareAttention Attention { get; } = new(Dim.Feature("keys", 1024));
    public Linear Readout { get; } = new(Dim.Feature("readout", 1000));
    public Linear OutputProb { get; } = new(labels);

    public (Tensor Labels, Tensor Logits) Call(Tensor encoded, Dim time, Tensor target)
    {
        using var call = Enter(encoded);
        var features = encoded.Dims.Feature!;
        return Decode(
            target,
            step =>
            {
                var label = step.Choice(target, initial: EndOfSentence);
                var context = step.State([Dim.Batch, features], name: "context");
                var read = step.State([Dim.Batch, time], name: "read");
                var embedded = Embed.Call(label.Previous);
                var s = S.Step(step, [embedded, context.Previous]);
                var (now, weights) = Attention.Call(s, encoded, read.Previous, time);
                context.Assign(now);
                read.Assign(read.Previous + weights);
                var joined = Concat([(s, S.Output), (embedded, Embed.Output), (now, features)]);
                var logits = OutputProb.Call(Relu(Readout.Call(joined)));
                step.End(Equal(label.Choose(logits), EndOfSentence));
                return (step.Stack(label.State), step.Stack(logits));
            },
            maxLength: ReduceMax(Length(encoded, time), [Dim.Batch])
        );
    }
}
