using NetDsl.Layers;
using NetDsl.Tests.Emitting;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Typed;

/// <summary>Nets of typed layers, whole.</summary>
public sealed class TypedLayerSnapshots
{
    [Theory]
    [InlineData(Form.Python)]
    [InlineData(Form.Json)]
    public async Task A_convolutional_encoder(Form form)
    {
        var net = Sample.Of(s =>
        {
            var filters = Dim.Feature("filters", 8);
            var short_ = s.Time.CeilDiv(2);
            var masked = ReturnnLayers.Dropout(s.Data, dropout: 0.1, dropoutAxis: s.In, outShape: s.Data.Dims);
            var conv = ReturnnLayers.Conv(
                masked,
                filterSize: [3],
                padding: Padding.Same,
                activation: Activation.Relu,
                strides: 2,
                inSpatialDims: [s.Time],
                outDim: filters,
                withBias: true,
                outShape: [Dim.Batch, short_, filters]
            );
            var normed = ReturnnLayers.LayerNorm(conv, inDim: filters, outShape: conv.Dims);
            var linear = ReturnnLayers.Linear(
                normed,
                activation: Activation.Expression("tf.nn.relu(x) ** 2"),
                forwardWeightsInit: Initializer.GlorotNormal,
                outDim: s.Out,
                common: new()
                {
                    L2 = 0.01,
                    Dropout = 0.2,
                    NameScope = "encoder",
                },
                outShape: [Dim.Batch, short_, s.Out]
            );
            var sum = ReturnnLayers.Combine([linear, linear], CombineKind.Add, outShape: linear.Dims);
            var total = ReturnnLayers.Reduce(
                sum,
                Reduction.Mean,
                axes: [short_],
                useTimeMask: true,
                outShape: [Dim.Batch, s.Out]
            );
            s.Net.Output(total);
        });
        await Verify(Emitted.Text(net, form), Emitted.Extension(form)).UseParameters(form);
    }

    [Fact]
    public async Task Parts_and_axes()
    {
        var net = Sample.Of(s =>
        {
            var six = Dim.Feature("six", 6);
            var first = Dim.Feature("first", 2);
            var second = Dim.Feature("second", 4);
            var best = Dim.Spatial("best", 2);
            var wide = ReturnnLayers.Linear(s.Data, outDim: six, outShape: [Dim.Batch, s.Time, six]);
            var split = ReturnnLayers.Split(wide, axis: six, outDims: [first, second], outShape: wide.Dims);
            var swapped = ReturnnLayers.Concat(
                [(split.Part(1), second), (split.Part(0), first)],
                outDim: second + first,
                outShape: [Dim.Batch, s.Time, second + first]
            );
            var largest = ReturnnLayers.TopK(
                swapped,
                axis: second + first,
                k: 2,
                kDim: best,
                outShape: [Dim.Batch, s.Time, best]
            );
            var found = ReturnnLayers.Gather(
                swapped,
                axis: second + first,
                position: largest.Indices(),
                outShape: [Dim.Batch, s.Time, best]
            );
            var ahead = ReturnnLayers.Pad(
                found,
                axes: s.Time,
                padding: [(1, 0)],
                mode: PadMode.Constant,
                value: 0.0,
                outDims: [1 + s.Time],
                outShape: [Dim.Batch, 1 + s.Time, best]
            );
            s.Net.Output(ReturnnLayers.Cumsum(ahead, axis: 1 + s.Time, reverse: true, outShape: ahead.Dims));
        });
        await Verify(Emitted.Text(net), "py");
    }
}
