using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Translation;

/// <summary>What is written for functions that pick, count and draw.</summary>
public sealed class SelectionSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Gather_as_an_embedding_and_at_one_place(Form form)
    {
        var net = Sample.Of(s =>
        {
            var classes = Dim.Feature("classes", 7);
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: classes);
            var table = new Parameter([classes, s.Out], name: "table");
            s.Net.Output(Gather(table, labels, axis: classes));
            s.Net.Output(Gather(s.Data, 1, axis: s.In), "second");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Places_of_the_largest_and_the_smallest(Form form)
    {
        var net = Sample.Of(s =>
        {
            s.Net.Output(ArgMax(s.Data, axis: s.In));
            s.Net.Output(ArgMin(s.Data, axis: s.Time), "first");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Top_k_with_both_results(Form form)
    {
        var net = Sample.Of(s =>
        {
            var (values, indices) = TopK(s.Data, axis: s.In, best: Dim.Spatial("best", 2));
            s.Net.Output(values);
            s.Net.Output(indices, "indices");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task One_hot_and_smoothed_labels(Form form)
    {
        var net = Sample.Of(s =>
        {
            var classes = Dim.Feature("classes", 5);
            var labels = s.Net.Input("labels", [Dim.Batch, s.Time], sparse: classes);
            s.Net.Output(OneHot(labels));
            s.Net.Output(SmoothLabels(labels, 0.1), "smooth");
            s.Net.Output(SmoothLabels(Softmax(s.Data, over: s.In), 0.1), "smoother");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Sums_so_far_and_places_in_them(Form form)
    {
        var net = Sample.Of(s =>
        {
            var sums = Cumsum(s.Data, axis: s.Time);
            s.Net.Output(Cumsum(s.Data, axis: s.Time, exclusive: true, reverse: true), "left");
            s.Net.Output(Cumsum(s.Data, axis: s.In, reverse: true), "features");
            var limits = s.Net.Input("limits", [Dim.Batch, s.In, s.Out]);
            s.Net.Output(SearchSorted(sums, limits, axis: s.Time, right: true));
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Fact]
    public async Task Scattering_and_masking()
    {
        var net = Sample.Of(s =>
        {
            var places = s.Net.Input("places", [Dim.Batch, s.Time], type: DataType.Int32);
            var into = Dim.Spatial("slots", 8);
            s.Net.Output(ScatterAdd(s.Data, places, axis: s.Time, into, dropInvalid: true));
            var mask = s.Net.Input("mask", [Dim.Batch, s.Time], type: DataType.Bool);
            s.Net.Output(BooleanMask(s.Data, mask, Dim.Dynamic("kept")), "kept");
        });
        await Verify(Emitted.Text(net), "py");
    }

    [Fact]
    public async Task Random_numbers()
    {
        var net = Sample.Of(s =>
        {
            var noise = RandomNormal(s.Data.Dims, deviation: 0.1);
            var factor = RandomUniform([s.In], 0.5, 1.5, dimsOf: s.Data);
            s.Net.Output(s.Data * factor + noise);
            s.Net.Output(RandomInt([Dim.Batch], 2, 6), "count");
            s.Net.Output(Cond(TrainFlag(), () => s.Data + RandomNormal([s.In]), () => s.Data), "noisy");
            s.Net.Output(GlobalTrainStep(), "step");
        });
        await Verify(Emitted.Text(net), "py");
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task Dropouts_and_gradients(Form form)
    {
        var net = Sample.Of(s =>
        {
            var dropped = Dropout(Dropout(s.Data, 0.1), 0.2, axes: [s.In]);
            s.Net.Output(Dropout(dropped, 0.3, axes: [Dim.Batch, s.Time], onForward: true));
            s.Net.Output(StopGradient(s.Data) + ScaledGradient(s.Data, -0.5), "reversed");
            s.Net.Output(Identity(s.Data), "same");
            s.Net.Output(GlobalTrainStep(), "step");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task More_elementwise_functions(Form form)
    {
        var net = Sample.Of(s =>
        {
            var x = s.Data;
            var other = s.Net.Input("other", [Dim.Batch, s.Time, s.In]);
            s.Net.Output(Elu(Selu(LeakyRelu(Softplus(LogSigmoid(x)), 0.01))));
            s.Net.Output(Sign(Floor(Ceil(Round(Cos(Sin(x)))))), "steps");
            s.Net.Output(Clip(x, -1, 1e-3) + FloorDivide(x, 2.0) + Modulo(7.0, x) + LogAddExp(x, 0.0), "numbers");
            s.Net.Output(FloorDivide(x, other) + Modulo(x, other) + LogAddExp(x, other), "pairs");
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }
}
