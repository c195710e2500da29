using static NetDsl.Ops;

namespace NetDsl.Bench.Models;

/// <summary>Any number of steps of no module, a layer each, each reading the one before: the least that a layer can be.</summary>
internal static class StepModel
{
    internal static Net Record(int layers)
    {
        var net = new Net("steps");
        var x = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), Dim.Feature("features", 64)]);
        for (var layer = 0; layer < layers; layer++)
        {
            x = Dropout(x, 0.1);
        }

        net.Output(x);
        return net;
    }
}
