#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, TwelveAx);

// The 12AX task (O'Reilly and Frank, 2006), which RETURNN generates itself: a whole training config.
static Net TwelveAx()
{
    var net = new Net("twelve_ax");
    var time = Dim.Dynamic("time");
    var features = Dim.Feature("in", 9);
    var classes = Dim.Feature("classes", 2);
    var data = net.Input("data", [Dim.Batch, time, features]);
    var target = net.Input("classes", [Dim.Batch, time], sparse: classes);

    var model = net.Add("tagger", new Tagger(Dim.Feature("hidden", 20), classes));
    var logits = model.Call(data);
    net.Loss("ce", CrossEntropy(logits, target));
    net.Output(Softmax(logits, over: classes));

    net.Training = new()
    {
        Train = Dataset.Of("Task12AXDataset", ("num_seqs", 200)),
        Dev = Dataset.Of("Task12AXDataset", ("num_seqs", 50), ("fixed_random_seed", 1)),
        BatchSize = 5000,
        MaxSequences = 10,
        Epochs = 2,
        Optimizer = Optimizer.Adam(epsilon: 1e-8),
        LearningRate = 0.01,
        Options = [new("log_verbosity", 3)],
    };
    return net;
}

sealed class Tagger(Dim hidden, Dim classes) : Module
{
    public BatchNorm Norm { get; } = new();
    public Lstm Hidden { get; } = new(hidden);
    public Linear Output { get; } = new(classes);

    public Tensor Call(Tensor x) => Output.Call(Hidden.Call(Norm.Call(x)));
}
