#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, ConformerHybrid);

// A hybrid acoustic model: a Conformer of 12 blocks at a third of the frame rate (Zeineldeen et al., 2022), a class for each of its
// frames, and losses on inner blocks.
static Net ConformerHybrid()
{
    const int Subsampling = 3;
    var net = new Net("conformer_hybrid");
    var time = Dim.Dynamic("time");
    var classes = Dim.Feature("classes", 12001);
    var data = net.Input("data", [Dim.Batch, time, Dim.Feature("in", 40)]);
    var labels = net.Input("classes", [Dim.Batch, time], sparse: classes);
    var target = Slice(labels, time, step: Subsampling);

    var front = new ConvSubsampling([
        new(Dim.Feature("conv1", 32)) { Pool = (1, 2) },
        new(Dim.Feature("conv2", 64)) { Strides = (Subsampling, 1) },
        new(Dim.Feature("conv3", 64)),
    ]);
    var settings = new ConformerSettings
    {
        Heads = 8,
        FilterSize = 32,
        Clipping = 32,
    };
    var model = Dim.Feature("model", 512);
    var encoder = net.Add("encoder", new ConformerEncoder(model, blocks: 12, settings, front, inputDropout: 0.1));
    var blocks = encoder.CallBlocks(data);

    var weightDecay = new ParameterOptions { L2 = 5e-6 };
    foreach (var block in new[] { 3, 6, 9 })
    {
        var inner = net.Add($"aux{block}", new Linear(classes) { ParameterOptions = weightDecay });
        net.Loss($"aux{block}_ce", CrossEntropy(inner.Call(blocks[block - 1]), target), scale: 0.3);
    }

    var logits = net.Add("logits", new Linear(classes) { ParameterOptions = weightDecay }).Call(blocks[^1]);
    net.Loss("ce", FocalCrossEntropy(logits, target));
    net.Output(LogSoftmax(logits, over: classes));

    net.Training = new()
    {
        Train = Dataset.Of("HDFDataset", ("files", OptionValue.List("train.hdf")), ("seq_ordering", "laplace:.1000")),
        Dev = Dataset.Of("HDFDataset", ("files", OptionValue.List("dev.hdf"))),
        BatchSize = 14000,
        MaxSequences = 64,
        Epochs = 260,
        Optimizer = Optimizer.Of("nadam", ("epsilon", 1e-8)),
        LearningRate = 1e-3,
    };
    return net;
}
