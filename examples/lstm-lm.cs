#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Train, Score);

// A language model: what is the next word? Trained on texts, and then asked how likely texts are.
static Net Train() => LanguageModel("lstm_lm_train", NetTask.Train);

static Net Score() => LanguageModel("lstm_lm_score", NetTask.Forward);

static Net LanguageModel(string name, NetTask task)
{
    var net = new Net(name) { Task = task };
    var words = Dim.Feature("words", 10000);
    var time = Dim.Dynamic("time");
    var text = net.Input("data", [Dim.Batch, time], sparse: words);
    var before = net.Input("delayed", [Dim.Batch, time], sparse: words, availableForInference: true);

    var logits = net.Add("lm", new WordModel(words)).Call(before);
    var surprise = CrossEntropy(logits, text);
    if (task == NetTask.Train)
    {
        net.Loss("ce", surprise);
    }
    else
    {
        net.Output(ReduceSum(surprise, [time]));
    }

    net.Training = new()
    {
        Task = task == NetTask.Train ? "train" : "forward",
        Train = Texts("train.txt"),
        Dev = Texts("dev.txt"),
        BatchSize = 1200,
        MaxSequences = 32,
        Epochs = 20,
        Optimizer = Optimizer.Adam(),
        LearningRate = 0.001,
    };
    return net;
}

static Dataset Texts(string file) =>
    Dataset.Of(
        "LmDataset",
        ("corpus_file", file),
        ("orth_symbols_map_file", "words.txt"),
        ("word_based", true),
        ("add_delayed_seq_data", true),
        ("seq_end_symbol", "</s>")
    );

sealed class WordModel(Dim words) : Module
{
    public Embedding Embed { get; } = new(Dim.Feature("embed", 128), words);
    public Lstm Lower { get; } = new(Dim.Feature("lower", 1024), LstmUnit.Native, dropout: 0.1);
    public Lstm Upper { get; } = new(Dim.Feature("upper", 1024), LstmUnit.Native, dropout: 0.1);
    public Linear Next { get; } = new(words);

    public Tensor Call(Tensor before) => Next.Call(Upper.Call(Lower.Call(Embed.Call(before))));
}
