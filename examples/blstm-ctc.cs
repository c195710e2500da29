#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, BlstmCtc, Trial);

// Speech to subwords without alignments (Graves et al., 2006): six bidirectional LSTMs on MFCC of LibriSpeech.
static Net BlstmCtc() =>
    Model(
        "blstm_ctc",
        Dim.Feature("subwords", 1056),
        cells: 512,
        new()
        {
            Train = LibriSpeech("train", ("seq_ordering", "laplace:.1000"), ("partition_epoch", 20)),
            Dev = LibriSpeech("dev", ("seq_ordering", "sorted")),
            BatchSize = 20_000,
            MaxSequences = 64,
            Epochs = 160,
            Optimizer = Optimizer.Adam(epsilon: 1e-8),
            LearningRate = 0.0005,
            Options = [new("gradient_noise", 0.1)],
        }
    );

// A small one on numbers without meaning: it runs without files.
static Net Trial() =>
    Model(
        "blstm_ctc_trial",
        Dim.Feature("subwords", 30),
        cells: 32,
        new()
        {
            Train = Dummy(sequences: 50),
            Dev = Dummy(sequences: 10),
            Epochs = 2,
            Optimizer = Optimizer.Adam(),
        }
    );

static Net Model(string name, Dim subwords, int cells, Training training)
{
    var net = new Net(name) { Training = training };
    var time = Dim.Dynamic("time");
    var data = net.Input("data", [Dim.Batch, time, Dim.Feature("mfcc", 40)]);
    var target = net.Input("classes", [Dim.Batch, Dim.Dynamic("positions")], sparse: subwords);

    // The blank is the last class.
    var labels = Dim.Feature("labels", subwords.Size!.Value + 1);
    var model = net.Add("am", new AcousticModel(Dim.Feature("cells", cells), labels));
    model.ParameterOptions = new() { L2 = 0.0001 };
    var (early, logits) = model.Call(data);
    net.Loss("ctc_early", Ctc(early, target), scale: 0.3);
    net.Loss("ctc", Ctc(logits, target));
    net.Output(Softmax(logits, over: labels));
    return net;
}

static Dataset LibriSpeech(string part, params ReadOnlySpan<(OptionValue Key, OptionValue Value)> options) =>
    Dataset.Of(
        "OggZipDataset",
        [
            ("path", $"data/{part}.ogg.zip"),
            ("audio", OptionValue.Dict(("features", "mfcc"), ("num_feature_filters", 40))),
            ("targets", OptionValue.Dict(("bpe_file", "data/bpe.codes"), ("vocab_file", "data/bpe.vocab"))),
            .. options,
        ]
    );

static Dataset Dummy(int sequences) =>
    Dataset.Of(
        "DummyDatasetMultipleSequenceLength",
        ("input_dim", 40),
        ("output_dim", 30),
        ("num_seqs", sequences),
        ("seq_len", OptionValue.Dict(("data", 100), ("classes", 15)))
    );

sealed class AcousticModel(Dim cells, Dim labels) : Module
{
    public SpecAugment Augment { get; } = new(timeMasks: 2, timeWidth: 20, featureMasks: 2, featureWidth: 5);
    public StackedBiLstm Lower { get; } = new(cells, layers: 3, LstmUnit.Native, pooling: [1, 1, 2], dropout: 0.1);
    public Linear Early { get; } = new(labels);
    public StackedBiLstm Upper { get; } = new(cells, layers: 3, LstmUnit.Native, dropout: 0.1);
    public Linear Output { get; } = new(labels);

    public (Tensor Early, Tensor Logits) Call(Tensor features)
    {
        var (lower, _) = Lower.Call(Augment.Call(features));
        var (upper, _) = Upper.Call(lower);
        return (Early.Call(lower), Output.Call(upper));
    }
}
