using NetDsl.Layers;
using static NetDsl.Ops;

namespace NetDsl.Tests.Translation;

/// <summary>The decoder with attention that RETURNN ran (<c>attention_decoder_train</c>, <c>attention_decoder_search</c>).</summary>
internal sealed class DecoderNet : Module
{
    private readonly Dim labels;

    internal DecoderNet(Dim labels)
    {
        this.labels = labels;
        var features = Dim.Feature("att", 4);
        (Enc, EncCtx) = (new(features), new(features));
        Embed = new(Dim.Feature("embed", 4), labels);
        S = new(Dim.Feature("s", 4));
        STr = new(features, bias: false);
        Energy = new(Dim.Feature("energy", 1), bias: false);
        Readout = new(Dim.Feature("readout", 6));
        OutputProb = new(labels);
    }

    public Linear Enc { get; }
    public Linear EncCtx { get; }
    public Embedding Embed { get; }
    public Lstm S { get; }
    public Linear STr { get; }
    public Linear Energy { get; }
    public Linear Readout { get; }
    public Linear OutputProb { get; }

    internal static Net Build(NetTask task)
    {
        var net = new Net("decoder") { Task = task };
        var time = Dim.Dynamic("time");
        var labels = Dim.Feature("labels_vocab", 5);
        var labelTime = Dim.Dynamic("label_time");
        var data = net.Input("data", [Dim.Batch, time, Dim.Feature("in", 3)]);
        var classes = net.Input("classes", [Dim.Batch, labelTime], sparse: labels);
        var (found, logits) = net.Add("decoder", new DecoderNet(labels)).Call(data, classes, time);
        if (task == NetTask.Search)
        {
            net.Output(Decide(found), "decision");
        }
        else
        {
            net.Loss("ce", CrossEntropy(logits, classes));
        }

        return net;
    }

    private (Tensor Labels, Tensor Logits) Call(Tensor data, Tensor classes, Dim time)
    {
        using var call = Enter(data);
        var enc = Tanh(Enc.Call(data));
        var context = EncCtx.Call(enc);
        return Decode(
            classes,
            step =>
            {
                var label = step.Choice(classes);
                var embedded = step.State([Dim.Batch, Embed.Output], name: "embed");
                var att = step.State([Dim.Batch, Enc.Output], name: "att");
                var s = S.Step(step, [embedded.Previous, att.Previous]);
                var energy = Energy.Call(Tanh(context + STr.Call(s)));
                var weights = Softmax(Squeeze(energy, Energy.Output), over: time);
                var attended = att.Assign(Dot(weights, enc, reduce: time));
                var readout = Tanh(Readout.Call(Concat([(s, S.Output), (attended, Enc.Output)])));
                var logits = OutputProb.Call(readout);
                var chosen = label.Choose(logits, beamSize: 3);
                embedded.Assign(Embed.Call(chosen));
                step.End(Equal(chosen, 0));
                return (step.Stack(label.State), step.Stack(logits));
            },
            maxLength: 7
        );
    }
}
