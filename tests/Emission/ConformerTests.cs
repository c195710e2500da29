using NetDsl.Layers;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Lowering;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>A Conformer block beside the one that RETURNN ran, layer for layer.</summary>
public sealed class ConformerTests
{
    // How golden wrote by hand what the module writes in full.
    private static readonly HashSet<string> free =
    [
        "from",
        "key_shift",
        "name_scope",
        "n_out",
        "out_dim",
        "filter_size",
    ];

    [Fact]
    public void Its_layers_are_those_that_RETURNN_ran_in_the_same_order() =>
        Assert.Equal(
            Block(Golden).Select(layer => layer.Class),
            Block(Emitted.Summary(Net())).Select(layer => layer.Class)
        );

    [Fact]
    public void Its_layers_have_the_options_that_RETURNN_ran() =>
        Findings.None(
            from pair in Block(Golden).Zip(Block(Emitted.Summary(Net())))
            from option in pair.First.Options
            where !free.Contains(option.Key)
            let mine = pair.Second.Options.GetValueOrDefault(option.Key)
            where mine != option.Value
            select $"{pair.Second.Path}: {option.Key} is {mine}, RETURNN ran {option.Value}"
        );

    [Fact]
    public void Its_parameters_are_those_that_RETURNN_made() =>
        Assert.Equal(
            GoldenFiles
                .Case("conformer_block")
                .Parameters.Select(item =>
                    Line(Renamed(item.Key), string.Join(" x ", item.Value.Shape), item.Value.Trainable)
                )
                .Order(StringComparer.Ordinal),
            CheckpointVariables
                .Of(EmittedNet.Whole(Net()))
                .Select(item => Line(item.Name, item.Shape, item.IsTrainable))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Each_block_is_22_layers(int blocks)
    {
        var model = Dim.Feature("model", 8);
        var net = Sample.Of(s => s.Net.Output(s.Net.Add("encoder", new ConformerEncoder(model, blocks)).Call(s.Data)));

        // The map in front is one more; the constant and the layer behind it only order the construction of long chains.
        var layers = Emitted.Summary(net).Layers.Count(layer => layer.Class is not ("constant" or "identity"));
        Assert.Equal((22 * blocks) + 1, layers);
    }

    private static NetSummary Golden => NetSummary.OfPython(GoldenFiles.Case("conformer_block").Config);

    private static Net Net() =>
        Sample.Of(s =>
        {
            var model = Dim.Feature("model", 6);
            var settings = new ConformerSettings
            {
                Heads = 2,
                FeedForward = 8,
                FilterSize = 3,
                Clipping = 4,
                Dropout = 0.0,
                AttentionDropout = 0.0,
            };
            var x = s.Data * new Parameter([s.In], name: "w");
            var block = s.Net.Add("block", new ConformerBlock(model, settings));
            var y = block.Call(s.Net.Add("in", new Linear(model)).Call(x));
            s.Net.Loss("loss", ReduceMean(Square(y), [model]));
            s.Net.Output(y);
        });

    // From the first layer of the block to its last.
    private static List<LayerSummary> Block(NetSummary net) =>
        [
            .. net
                .Layers.SkipWhile(layer => layer.Class != "layer_norm")
                .TakeWhile(layer => layer.Options.GetValueOrDefault("eval") != "\"tf.square(source(0))\""),
        ];

    private static string Renamed(string golden) =>
        golden
            .Replace("/rel/", "/positions/", StringComparison.Ordinal)
            .Replace("/bn/", "/batch_norm/", StringComparison.Ordinal)
            .Replace("w/param", "w", StringComparison.Ordinal);

    private static string Line(string name, string shape, bool isTrained) => $"{name} [{shape}] {isTrained}";
}
