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
            var masked = ReturnnLayers.Dropout(s.Data, dropout: 0.1, dropoutAxis: s.In);
            var conv = ReturnnLayers.Conv(
                masked,
                filterSize: [3],
                padding: Padding.Same,
                activation: Activation.Relu,
                strides: 2,
                inSpatialDims: [s.Time],
                outDim: filters,
                withBias: true
            );
            var normed = ReturnnLayers.LayerNorm(conv, inDim: filters);
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
                }
            );
            var sum = ReturnnLayers.Combine([linear, linear], CombineKind.Add);
            var total = ReturnnLayers.Reduce(sum, Reduction.Mean, axes: [s.Time.CeilDiv(2)], useTimeMask: true);
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
            var wide = ReturnnLayers.Linear(s.Data, outDim: six);
            var split = ReturnnLayers.Split(wide, axis: six, outDims: [first, second]);
            var swapped = ReturnnLayers.Concat(
                [(split.Part(1), second), (split.Part(0), first)],
                outDim: second + first
            );
            var largest = ReturnnLayers.TopK(swapped, axis: second + first, k: 2, kDim: best);
            var found = ReturnnLayers.Gather(swapped, axis: second + first, position: largest.Indices());
            var ahead = ReturnnLayers.Pad(
                found,
                axes: s.Time,
                padding: [(1, 0)],
                mode: PadMode.Constant,
                value: 0.0,
                outDims: [1 + s.Time]
            );
            s.Net.Output(ReturnnLayers.Cumsum(ahead, axis: 1 + s.Time, reverse: true));
        });
        await Verify(Emitted.Text(net), "py");
    }

    [Fact]
    public async Task Dims_that_are_worked_out()
    {
        var net = Sample.Of(s =>
        {
            var filters = Dim.Feature("filters", 8);
            var keys = Dim.Feature("keys", 6);
            var window = Dim.Spatial("window", 5);
            var conv = ReturnnLayers.Conv(
                s.Data,
                filterSize: [3],
                padding: Padding.Valid,
                strides: 2,
                inSpatialDims: [s.Time],
                outDim: filters
            );
            var pooled = ReturnnLayers.Pool(
                conv,
                PoolMode.Max,
                poolSize: [3],
                padding: Padding.Same,
                inSpatialDims: [conv.Dims[1]]
            );
            var attention = ReturnnLayers.SelfAttention(pooled, numHeads: 2, totalKeyDim: 6, outDim: keys);
            var joined = ReturnnLayers.Concat([(pooled, filters), (attention, keys)]);
            var normed = ReturnnLayers.LayerNorm(joined);
            var framed = ReturnnLayers.Window(normed, axis: LayerAxis.Time, windowDim: window);
            var merged = ReturnnLayers.MergeDims(framed, axes: [window, joined.Dims.Feature!]);
            var later = ReturnnLayers.Pad(merged, axes: LayerAxis.Time, padding: [(2, 0)], mode: PadMode.Constant);
            var tiled = ReturnnLayers.Tile(later, OptionValue.Dict((later.Dims.Feature!, 2)));
            var lengths = ReturnnLayers.Length(tiled, axis: LayerAxis.Time);
            var classes = ReturnnLayers.Reduce(tiled, Reduction.ArgMax, axis: LayerAxis.Feature);
            var embedded = ReturnnLayers.Linear(classes, outDim: s.Out);
            s.Net.Output(ReturnnLayers.Reduce(embedded, Reduction.Sum, axes: LayerAxis.Time));
            s.Net.Output(lengths, "lengths");
            s.Net.Output(classes, "classes");
        });
        await Verify(Emitted.Text(net), "py");
    }
}
