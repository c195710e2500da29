#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, ResNetHybrid, Trial);

// The acoustic model of a hybrid HMM: a residual net (He et al., 2016) tells for each frame which of 12001 tied states it is.
static Net ResNetHybrid() =>
    Model(
        "resnet_hybrid",
        Dim.Feature("states", 12_001),
        channels: 64,
        new()
        {
            Train = Dataset.Of(
                "HDFDataset",
                ("files", OptionValue.List("train.features.hdf")),
                ("seq_ordering", "laplace:.1000"),
                ("partition_epoch", 10)
            ),
            Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("dev.features.hdf"))),
            BatchSize = 5000,
            MaxSequences = 128,
            Epochs = 200,
            Optimizer = Optimizer.Adam(epsilon: 1e-8),
            LearningRate = 0.0005,
            Options = [new("chunking", "128:64"), new("gradient_clip_global_norm", 1.0)],
        }
    );

// A small one on numbers without meaning: it runs without files.
static Net Trial() =>
    Model(
        "resnet_hybrid_trial",
        Dim.Feature("states", 50),
        channels: 4,
        new()
        {
            Train = Dummy(sequences: 50),
            Dev = Dummy(sequences: 10),
            Epochs = 2,
            Optimizer = Optimizer.Adam(),
        }
    );

static Net Model(string name, Dim states, int channels, Training training)
{
    var net = new Net(name) { Training = training };
    var time = Dim.Dynamic("time");
    var data = net.Input("data", [Dim.Batch, time, Dim.Feature("filters", 40)]);
    var target = net.Input("classes", [Dim.Batch, time], sparse: states);

    var model = net.Add("am", new AcousticModel(channels, states));
    var (early, logits) = model.Call(data);
    net.Loss("early_ce", CrossEntropy(early, target), scale: 0.3);
    net.Loss("ce", CrossEntropy(logits, target));
    net.Output(Softmax(logits, over: states));
    return net;
}

static Dataset Dummy(int sequences) =>
    Dataset.Of("DummyDataset", ("input_dim", 40), ("output_dim", 50), ("num_seqs", sequences), ("seq_len", 60));

sealed class AcousticModel(int channels, Dim states) : Module
{
    // No stride along time: one result a frame.
    public ResNet Encoder { get; } =
        new([
            new(Dim.Feature("channels1", channels), 2),
            new(Dim.Feature("channels2", 2 * channels), 2) { Strides = (1, 2) },
            new(Dim.Feature("channels3", 4 * channels), 2) { Strides = (1, 2) },
            new(Dim.Feature("channels4", 8 * channels), 2) { Strides = (1, 2) },
        ]);

    public Linear Early { get; } = new(states) { ParameterOptions = new() { L2 = 0.0001 } };
    public Linear Hidden { get; } = new(Dim.Feature("hidden", 32 * channels));
    public BatchNorm Norm { get; } = new();
    public Linear Output { get; } = new(states) { ParameterOptions = new() { L2 = 0.0001 } };

    public (Tensor Early, Tensor Logits) Call(Tensor features)
    {
        var encoded = Encoder.Call(features);
        var hidden = Norm.Call(Relu(Hidden.Call(Dropout(encoded, 0.1))));
        return (Early.Call(encoded), Output.Call(hidden));
    }
}
