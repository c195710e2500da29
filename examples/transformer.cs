#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Train, Search);

// Translation with a Transformer (Vaswani et al., 2017), the base model: trained, and searched with a beam.
static Net Train() => Translator("transformer_train", NetTask.Train);

static Net Search() => Translator("transformer_search", NetTask.Search);

static Net Translator(string name, NetTask task)
{
    var net = new Net(name) { Task = task };
    var (source, target) = (Dim.Feature("source_subwords", 30000), Dim.Feature("target_subwords", 32000));
    var text = net.Input("data", [Dim.Batch, Dim.Dynamic("time")], sparse: source);
    var translation = net.Input("classes", [Dim.Batch, Dim.Dynamic("target_time")], sparse: target);

    var model = Dim.Feature("model", 512);
    var encoded = net.Add("encoder", new Encoder(model)).Call(text);
    var (found, logits) = net.Add("decoder", new Decoder(model, target)).Call(encoded, translation);
    if (task == NetTask.Search)
    {
        net.Output(Decide(found));
    }
    else
    {
        net.Loss("ce", CrossEntropy(logits, SmoothLabels(translation, 0.1)));
    }

    net.Training = new()
    {
        Task = task == NetTask.Search ? "search" : "train",
        Train = Dataset.Of("HDFDataset", ("files", new OptionValue[] { "train.hdf" })),
        Dev = Dataset.Of("HDFDataset", ("files", new OptionValue[] { "dev.hdf" })),
        BatchSize = 4000,
        Epochs = 100,
        Optimizer = Optimizer.Adam(beta2: 0.98, epsilon: 1e-9),
        LearningRate = 0.0003,
    };
    return net;
}

sealed class Encoder(Dim model) : Module
{
    public Embedding Embedding { get; } = new(model);
    public TransformerEncoder Blocks { get; } =
        new(model, blocks: 6, new() { AttentionDropout = 0.0, ResidualDropout = 0.1 });

    public Tensor Call(Tensor text)
    {
        using var call = Enter(text);
        return Blocks.Call(Dropout(Embedding.Call(text) * Math.Sqrt(model.Size!.Value), 0.1));
    }
}

sealed class Decoder(Dim model, Dim subwords) : Module
{
    private const int EndOfSentence = 0;

    public Embedding Embedding { get; } = new(model, subwords);
    public TransformerDecoder Blocks { get; } =
        new(model, blocks: 6, new() { AttentionDropout = 0.0, ResidualDropout = 0.1 });
    public Linear Output { get; } = new(subwords);

    public (Tensor Labels, Tensor Logits) Call(Tensor encoded, Tensor target)
    {
        using var call = Enter(encoded);
        return Decode(
            target,
            step =>
            {
                var label = step.Choice(target, initial: EndOfSentence);
                var x = Dropout(Embedding.Call(label.Previous) * Math.Sqrt(model.Size!.Value), 0.1);
                var logits = Output.Call(Blocks.Step(step, x, encoded));
                step.End(Equal(label.Choose(logits), EndOfSentence));
                return (step.Stack(label.State), step.Stack(logits));
            },
            maxLength: 200
        );
    }
}
