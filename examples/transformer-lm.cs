#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, TransformerLm, Trial);

// A language model of subwords: a Transformer (Vaswani et al., 2017) that sees only what came before.
static Net TransformerLm() =>
    Model(
        "transformer_lm",
        Dim.Feature("subwords", 10_025),
        Dim.Feature("model", 512),
        blocks: 12,
        new()
        {
            Train = Text("train", ("seq_ordering", "laplace:.1000"), ("partition_epoch", 20)),
            Dev = Text("dev", ("seq_ordering", "sorted")),
            BatchSize = 1350,
            MaxSequences = 32,
            Epochs = 30,
            Optimizer = Optimizer.Adam(epsilon: 1e-9),
            LearningRate = 0.0001,
            Options = [new("gradient_clip_global_norm", 2.0), new("accum_grad_multiple_step", 6)],
        }
    );

// A small one on numbers without meaning: it runs without files.
static Net Trial() =>
    Model(
        "transformer_lm_trial",
        Dim.Feature("subwords", 50),
        Dim.Feature("model", 32),
        blocks: 2,
        new()
        {
            Train = Dummy(sequences: 50),
            Dev = Dummy(sequences: 10),
            Epochs = 2,
            Optimizer = Optimizer.Adam(),
        }
    );

static Net Model(string name, Dim subwords, Dim model, int blocks, Training training)
{
    var net = new Net(name) { Training = training };
    var time = Dim.Dynamic("time");
    var before = net.Input("delayed", [Dim.Batch, time], sparse: subwords, availableForInference: true);
    var target = net.Input("data", [Dim.Batch, time], sparse: subwords);

    var lm = net.Add("lm", new LanguageModel(subwords, model, blocks));
    lm.ParameterOptions = new() { L2 = 0.00001 };
    var logits = lm.Call(before);
    net.Loss("ce", CrossEntropy(logits, target));
    net.Output(Softmax(logits, over: subwords));
    return net;
}

// "delayed" is the text one place later: what to predict the next subword from.
static Dataset Text(string part, params ReadOnlySpan<(OptionValue Key, OptionValue Value)> options) =>
    Dataset.Of(
        "LmDataset",
        [
            ("corpus_file", $"data/{part}.txt.gz"),
            ("orth_symbols_map_file", "data/bpe.vocab"),
            ("word_based", true),
            ("seq_end_symbol", "<s>"),
            ("unknown_symbol", "<unk>"),
            ("add_delayed_seq_data", true),
            ("delayed_seq_data_start_symbol", "<s>"),
            .. options,
        ]
    );

static Dataset Dummy(int sequences)
{
    var labels = OptionValue.Dict(("dim", 50), ("shape", OptionValue.List(OptionValue.None)), ("sparse", true));
    return Dataset.Of(
        "DummyGenericDataset",
        ("data_template", OptionValue.Dict(("delayed", labels), ("data", labels))),
        ("num_seqs", sequences),
        ("seq_lens", 20)
    );
}

sealed class LanguageModel(Dim subwords, Dim model, int blocks) : Module
{
    public Embedding Embedding { get; } = new(model);
    public TransformerEncoder Encoder { get; } = new(model, blocks, new() { Causal = true, ResidualDropout = 0.1 });
    public Linear Output { get; } = new(subwords);

    // Scaled as in the paper, so that positions do not drown the subwords.
    public Tensor Call(Tensor before)
    {
        using var call = Enter(before);
        var x = Dropout(Embedding.Call(before) * Math.Sqrt(model.Size!.Value), 0.1);
        return Output.Call(Encoder.Call(x));
    }
}
