#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, MnistMlp);

// A perceptron with two hidden layers on images of digits: no time axis, one label a sequence.
static Net MnistMlp()
{
    var net = new Net("mnist_mlp");
    var pixels = Dim.Feature("pixels", 784);
    var digits = Dim.Feature("digits", 10);
    var image = net.Input("data", [Dim.Batch, pixels]);
    var label = net.Input("classes", [Dim.Batch], sparse: digits);

    var logits = net.Add("mlp", new Mlp(512, digits)).Call(image);
    net.Loss("ce", CrossEntropy(logits, label));
    net.Output(Softmax(logits, over: digits));

    net.Training = new()
    {
        Train = Dataset.Of("HDFDataset", ("files", OptionValue.List("mnist.train.hdf")), ("seq_ordering", "random")),
        Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("mnist.test.hdf"))),
        BatchSize = 128,
        Epochs = 10,
        Optimizer = Optimizer.Adam(),
        LearningRate = 0.001,
    };
    return net;
}

sealed class Mlp(int hidden, Dim classes) : Module
{
    public Linear First { get; } = new(Dim.Feature("hidden1", hidden));
    public BatchNorm FirstNorm { get; } = new();
    public Linear Second { get; } = new(Dim.Feature("hidden2", hidden));
    public BatchNorm SecondNorm { get; } = new();
    public Linear Output { get; } = new(classes);

    public Tensor Call(Tensor image)
    {
        var first = FirstNorm.Call(Relu(First.Call(image)));
        var second = SecondNorm.Call(Relu(Second.Call(first)));
        return Output.Call(second);
    }
}
