#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using static NetDsl.Ops;

return NetDslCli.Run(args, Handwritten);

// A batch norm of one's own, with other names, another order of operands and no shift: fused all the same.
static Net Handwritten()
{
    var net = new Net("handwritten_batch_norm");
    var time = Dim.Dynamic("time");
    var features = Dim.Feature("in", 3);
    var data = net.Input("data", [Dim.Batch, time, features]);

    var normed = net.Add("standardize", new Standardize(features)).Call(data);
    net.Loss("energy", ReduceMean(Square(normed), [features]));
    net.Output(normed);
    return net;
}

sealed class Standardize(Dim features) : Module
{
    private readonly Parameter average = new([features], initial: 0.0, auxiliary: true);
    private readonly Parameter spread = new([features], initial: 1.0, auxiliary: true);
    private readonly Parameter scale = new([features], initial: 1.0);

    public Tensor Call(Tensor x)
    {
        using var call = Enter(x);
        var frames = x.Dims.Except(features);
        var batchAverage = ReduceMean(x, frames, masked: false);
        var batchSpread = ReduceMean(SquaredDifference(batchAverage, x), frames, masked: false);
        When(
            TrainFlag(),
            () =>
            {
                spread.AssignAdd(0.05 * (batchSpread - spread));
                average.AssignAdd(0.05 * (batchAverage - average));
            }
        );

        var center = Cond(TrainFlag(), () => batchAverage, () => average);
        var width = Cond(Not(TrainFlag()), () => spread, () => batchSpread);
        return scale * (x - center) / Sqrt(1e-4 + width);
    }
}
