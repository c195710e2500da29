#!/usr/bin/env -S dotnet --
#:package NetDsl@0.0.0-version
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, MyModel);

// A whole training config on data that RETURNN makes itself.
// Emit and train it: netdsl emit my_model.cs -o my_model.py && rnn.py my_model.py
static Net MyModel()
{
    var net = new Net("my_model");
    var time = Dim.Dynamic("time");
    var features = Dim.Feature("features", 9);
    var classes = Dim.Feature("classes", 2);
    var data = net.Input("data", [Dim.Batch, time, features]);
    var target = net.Input("classes", [Dim.Batch, time], sparse: classes);

    var logits = net.Add("tagger", new Tagger(Dim.Feature("hidden", 20), classes)).Call(data);
    net.Loss("ce", CrossEntropy(logits, target));
    net.Output(Softmax(logits, over: classes));

    net.Training = new()
    {
        Train = Dataset.Of("Task12AXDataset", ("num_seqs", 200)),
        Dev = Dataset.Of("Task12AXDataset", ("num_seqs", 50), ("fixed_random_seed", 1)),
        BatchSize = 5000,
        MaxSequences = 10,
        Epochs = 2,
        Optimizer = Optimizer.Adam(),
        LearningRate = 0.01,
        Model = "net-model/my_model",
    };
    return net;
}

// A module holds parameters and other modules; its members give the names.
sealed class Tagger(Dim hidden, Dim classes) : Module
{
    public BatchNorm Norm { get; } = new();
    public Lstm Hidden { get; } = new(hidden);
    public Linear Output { get; } = new(classes);

    public Tensor Call(Tensor x) => Output.Call(Hidden.Call(Norm.Call(x)));
}
