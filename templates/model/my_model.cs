#!/usr/bin/env -S dotnet --
#:package NetDsl@0.0.0-version
#:property PublishAot=false
using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

return NetDslCli.Run(args, MyModel);

// Emit it with: netdsl emit my_model.cs -o my_model.py
static Net MyModel()
{
    var net = new Net("my_model");
    var time = Dim.Dynamic("time");
    var features = Dim.Feature("features", 40);
    var classes = Dim.Feature("classes", 42);
    var data = net.Input("data", [Dim.Batch, time, features]);
    var target = net.Input("classes", [Dim.Batch, time], sparse: classes);

    var hidden = net.Add("hidden", new FeedForward(Dim.Feature("hidden", 256))).Call(data);
    var logits = net.Add("classify", new Linear(classes)).Call(hidden);

    net.Loss("ce", CrossEntropy(logits, target));
    net.Output(Softmax(logits, over: classes));
    return net;
}
