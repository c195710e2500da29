#!/usr/bin/env -S dotnet --
#:package NetDsl@0.0.0-version
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, MyModel);

// A net to try the module in. See what it becomes: netdsl emit my_model.cs
static Net MyModel()
{
    var net = new Net("my_model");
    var features = Dim.Feature("features", 40);
    var data = net.Input("data", [Dim.Batch, Dim.Dynamic("time"), features]);
    net.Output(net.Add("block", new MyModule(features)).Call(data));
    return net;
}

// A module of your own: a scale for each feature, and a residual connection around a map.
sealed class MyModule(Dim features) : Module
{
    public LayerNorm Norm { get; } = new();
    public Linear Map { get; } = new(features);
    public Parameter Scale { get; } = new([features], initial: 1.0);

    public Tensor Call(Tensor x)
    {
        using var call = Enter(x);
        return x + Relu(Map.Call(Norm.Call(x))) * Scale;
    }
}
