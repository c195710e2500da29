using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Bench.Models;

/// <summary>The hybrid Conformer of <c>examples/conformer-hybrid.cs</c>: 12 blocks, 285 layers.</summary>
internal static class ConformerModel
{
    internal static Net Record() => Record(blocks: 12, dropout: 0.1);

    internal static Net Record(int blocks, double dropout)
    {
        const int Subsampling = 3;
        var net = new Net("conformer");
        var time = Dim.Dynamic("time");
        var classes = Dim.Feature("classes", 12001);
        var data = net.Input("data", [Dim.Batch, time, Dim.Feature("in", 40)]);
        var target = Slice(net.Input("classes", [Dim.Batch, time], sparse: classes), time, step: Subsampling);
        var front = new ConvSubsampling([
            new(Dim.Feature("conv1", 32)) { Pool = (1, 2) },
            new(Dim.Feature("conv2", 64)) { Strides = (Subsampling, 1) },
            new(Dim.Feature("conv3", 64)),
        ]);
        var settings = new ConformerSettings { Clipping = 32, Dropout = dropout };
        var encoder = net.Add("encoder", new ConformerEncoder(Dim.Feature("model", 512), blocks, settings, front, 0.1));
        var outputs = encoder.CallBlocks(data);
        foreach (var block in new[] { 3, 6, 9, 12 })
        {
            var logits = net.Add($"logits{block}", new Linear(classes)).Call(outputs[block - 1]);
            net.Loss($"ce{block}", CrossEntropy(logits, target));
        }

        net.Output(outputs[^1]);
        return net;
    }
}
