using NetDsl.Layers;

namespace NetDsl.Bench.Models;

/// <summary>One batch norm: some forty blocks, one layer.</summary>
internal static class BatchNormModel
{
    internal static Net Record()
    {
        var net = new Net("batch_norm");
        var data = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("in", 40)]);
        net.Output(net.Add("norm", new BatchNorm()).Call(data));
        return net;
    }
}
