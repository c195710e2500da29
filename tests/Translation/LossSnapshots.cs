using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>What losses and their options are written as.</summary>
public sealed class LossSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Losses_of_frames(Form form)
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data * new Parameter([s.In], name: "w");
            var target = s.Net.Input("target", [Dim.Batch, s.Time, s.In]);
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: s.In);
            s.Net.Loss("bce", BinaryCrossEntropy(x, target));
            s.Net.Loss("mse", MeanSquaredError(x, target));
            s.Net.Loss("mae", MeanAbsoluteError(x, target));
            s.Net.Loss("smooth", CrossEntropy(x, SmoothLabels(labels, 0.1)));
            s.Net.Loss("focal", FocalCrossEntropy(x, labels, focus: 2.0));
            s.Net.Loss("divergence", KlDivergence(x, Softmax(target, over: s.In)));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Ctc(Form form)
    {
        var net = Sample.Of(s =>
        {
            var labels = Dim.Feature("labels", 5);
            var spelled = Dim.Dynamic("spelled");
            var target = s.Net.Input("target", [Dim.Batch, spelled], sparse: labels);
            var logits = s.Net.Add("logits", new Linear(Dim.Feature("with blank", 6))).Call(s.Data);
            s.Net.Loss("ctc", Ops.Ctc(logits, target));
            s.Net.Loss("best", Ops.Ctc(logits, target, blank: 5, best: true, repeats: false), scale: 0.5);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Options_of_losses(Form form)
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data * new Parameter([s.In], name: "w");
            var energy = ReduceMean(Square(x), [s.In]);
            s.Net.Loss("all", energy, scale: 0.25, normalized: true, packFrames: false);
            s.Net.Loss("error", ReduceMax(x, [s.In]), asError: true);
            s.Net.Loss("late", ReduceMin(x, [s.In]), normalizer: ReduceSum(Abs(x), [s.In]));
            var early = ReduceMean(Abs(x), [s.In]);
            s.Net.Loss("early", ReduceSum(x, [s.In]), normalizer: early);
            s.Net.Loss("of_data", ReduceSum(Abs(x), [s.In]), normalizer: s.Data);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Cross_entropies_with_options_stay_losses_of_a_softmax_where_RETURNN_has_them(Form form)
    {
        var net = Sample.Of(s =>
        {
            var classes = Dim.Feature("classes", 5);
            var target = s.Net.Input("classes", [Dim.Batch, s.Time], sparse: classes);
            var logits = s.Net.Add("first", new Linear(classes)).Call(s.Data);
            s.Net.Loss("ce", CrossEntropy(logits, target), normalized: true, normalizer: s.Data);
            var others = s.Net.Add("second", new Linear(classes)).Call(s.Data);
            s.Net.Loss("error", CrossEntropy(others, target), asError: true);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }
}
