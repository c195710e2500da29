#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Train, Search);

// Speech recognition with a Conformer and a decoder with attention, and CTC as a second loss on what is encoded (Watanabe et al., 2017).
static Net Train() => Recognizer("conformer_attention_train", NetTask.Train);

static Net Search() => Recognizer("conformer_attention_search", NetTask.Search);

static Net Recognizer(string name, NetTask task)
{
    var net = new Net(name) { Task = task };
    var labels = Dim.Feature("labels", 1000);
    var frames = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("audio", 80)]);
    var target = net.Input("classes", [Dim.Batch, Dim.Dynamic("label_time")], sparse: labels);

    // A sixth of the frames.
    var front = new ConvSubsampling([
        new(Dim.Feature("conv1", 32)) { Pool = (3, 2) },
        new(Dim.Feature("conv2", 64)) { Strides = (2, 1) },
        new(Dim.Feature("conv3", 64)),
    ]);
    var encoder = new ConformerEncoder(Dim.Feature("model", 512), blocks: 12, new() { Heads = 8 }, front);
    var encoded = net.Add("encoder", encoder).Call(frames);
    var (found, logits) = net.Add("decoder", new Decoder(labels)).Call(encoded, target);
    if (task == NetTask.Search)
    {
        net.Output(Decide(found));
    }
    else
    {
        net.Loss("ce", CrossEntropy(logits, target));
        var alignment = net.Add("ctc", new Linear(Dim.Feature("labels_with_blank", 1001))).Call(encoded);
        net.Loss("ctc_loss", Ctc(alignment, target), scale: 0.3);
    }

    net.Training = new()
    {
        Task = task == NetTask.Search ? "search" : "train",
        Train = Dataset.Of("HDFDataset", ("files", OptionValue.List("train.hdf")), ("seq_ordering", "laplace:.1000")),
        Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("dev.hdf"))),
        BatchSize = 15000,
        MaxSequences = 100,
        Epochs = 400,
        Optimizer = Optimizer.Adam(epsilon: 1e-8),
        LearningRate = 0.0008,
    };
    return net;
}

sealed class Decoder(Dim labels) : Module
{
    private const int EndOfSentence = 0;

    public Embedding Embed { get; } = new(Dim.Feature("embed", 640), labels);
    public Lstm S { get; } = new(Dim.Feature("s", 1024), LstmUnit.Native);
    public MlpAttention Attention { get; } = new(Dim.Feature("keys", 1024));
    public Linear Readout { get; } = new(Dim.Feature("readout", 1024));
    public Linear OutputProb { get; } = new(labels);

    public (Tensor Labels, Tensor Logits) Call(Tensor encoded, Tensor target)
    {
        using var call = Enter(encoded);
        var (features, time) = (encoded.Dims.Feature!, encoded.Dims.First(dim => dim.IsDynamic));
        return Decode(
            target,
            step =>
            {
                var label = step.Choice(target, initial: EndOfSentence);
                var context = step.State([Dim.Batch, features], name: "context");
                var embedded = Dropout(Embed.Call(label.Previous), 0.1);
                var s = S.Step(step, [embedded, context.Previous]);
                var (now, _) = Attention.Call(s, encoded);
                context.Assign(now);
                var read = Relu(Readout.Call(Concat([(s, S.Output), (embedded, Embed.Output), (now, features)])));
                var logits = OutputProb.Call(Dropout(read, 0.3));
                step.End(Equal(label.Choose(logits), EndOfSentence));
                return (step.Stack(label.State), step.Stack(logits));
            },
            maxLength: ReduceMax(Length(encoded, time), [Dim.Batch])
        );
    }
}
