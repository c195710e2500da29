using NetDsl;
using NetDsl.Layers;
using static NetDsl.Ops;

namespace MyModel;

static class Models
{
    public static Net Tagger(int hidden)
    {
        var net = new Net($"my_model-{hidden}");
        var time = Dim.Dynamic("time");
        var features = Dim.Feature("features", 40);
        var classes = Dim.Feature("classes", 42);
        var data = net.Input("data", [Dim.Batch, time, features]);
        var target = net.Input("classes", [Dim.Batch, time], sparse: classes);

        var encoded = net.Add("lstm", new BiLstm(Dim.Feature("hidden", hidden))).Call(data);
        var logits = net.Add("classify", new Linear(classes)).Call(encoded);

        net.Loss("ce", CrossEntropy(logits, target));
        net.Output(Softmax(logits, over: classes));
        return net;
    }
}
