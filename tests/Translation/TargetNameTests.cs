using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>RETURNN looks for a target among the layers before it looks among the inputs.</summary>
public sealed class TargetNameTests
{
    [Fact]
    public void A_module_called_like_the_target_does_not_take_its_place()
    {
        var net = Classifier((s, target) => s.Net.Add("classes", new Linear(s.Out)).Call(s.Data), softmax: "output");

        var layers = EmittedNet.Parse(Emitted.Text(net)).Root;
        Assert.Equal("classes", layers.Find("output")!.Options["target"]);
        Assert.Null(layers.Find("classes"));
    }

    [Fact]
    public void Its_variables_are_still_called_after_the_module()
    {
        var net = Classifier(
            (s, target) => Tanh(s.Net.Add("classes", new Linear(s.In)).Call(s.Data)),
            softmax: "output"
        );

        Assert.Equal("classes", EmittedNet.Parse(Emitted.Text(net)).Root.Find("classes_2")!.Options["name_scope"]);
    }

    [Fact]
    public void A_tensor_named_like_the_target_does_not_take_its_place()
    {
        var net = Classifier((s, target) => Tanh(s.Data).Named("classes"), softmax: "output");

        Assert.Null(EmittedNet.Parse(Emitted.Text(net)).Root.Find("classes"));
    }

    [Fact]
    public void An_output_may_be_called_like_the_target()
    {
        var net = Classifier((s, target) => s.Data, softmax: "classes");

        Assert.Equal("layer:data:classes", EmittedNet.Parse(Emitted.Text(net)).Root.Find("classes")!.Options["target"]);
    }

    [Fact]
    public void A_tensor_of_a_step_named_like_the_target_does_not_take_its_place()
    {
        var net = new Net("decoder");
        var labels = Dim.Feature("labels", 5);
        var target = net.Input("classes", [Dim.Batch, Dim.Dynamic("time")], sparse: labels);
        var output = net.Add("out", new Linear(labels, labels));
        var found = Decode(
            target,
            step =>
            {
                var label = step.Choice(target);
                label.Choose(Tanh(output.Call(OneHot(label.Previous))).Named("classes"));
                return step.Stack(label.State);
            },
            maxLength: Constant(9)
        );
        net.Output(found);

        Assert.DoesNotContain("\"classes\": {\"class\"", Emitted.Text(net), StringComparison.Ordinal);
    }

    private static Net Classifier(Func<Sample, Tensor, Tensor> hidden, string softmax) =>
        Sample.Of(s =>
        {
            var target = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: s.Out);
            var logits = s.Net.Add("out", new Linear(s.Out)).Call(hidden(s, target));
            s.Net.Loss("ce", CrossEntropy(logits, target));
            s.Net.Output(Softmax(logits, over: s.Out), softmax);
        });
}
