#!/usr/bin/env -S dotnet --
#:project ../src/Cli
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, Normalized, WithoutAffine, Masked);

// The module alone: written from building blocks, emitted as one fused layer.
static Net Normalized() => Model("batch_norm", new BatchNorm());

// No gamma, no beta: constants take their place, so that it is still fused.
static Net WithoutAffine() => Model("batch_norm_without_affine", new BatchNorm(affine: false));

// Padding left out of the statistics: packed, then fused.
static Net Masked() => Model("batch_norm_masked", new BatchNorm(masked: true));

static Net Model(string name, BatchNorm norm)
{
    var net = new Net(name);
    var time = Dim.Dynamic("time");
    var features = Dim.Feature("in", 3);
    var data = net.Input("data", [Dim.Batch, time, features]);

    var normed = net.Add("norm", norm).Call(data);
    net.Loss("energy", ReduceMean(Square(normed), [features]));
    net.Output(normed);
    return net;
}
