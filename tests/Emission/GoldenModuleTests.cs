using NetDsl.Layers;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>Modules beside the layers that RETURNN ran for them, fused and from blocks.</summary>
public sealed class GoldenModuleTests
{
    [Theory]
    [InlineData("layer_norm", "layer_norm")]
    [InlineData("gating", "linear gating")]
    public void A_module_without_choices_has_the_options_of_its_equivalent(string name, string classes)
    {
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence(name).FusedConfig);
        var ours = Emitted.Summary(GoldenModels.Of(name));

        // What RETURNN takes by default is written out; the golden gate leaves its dims to RETURNN.
        Findings.None(
            from layerClass in classes.Split(' ')
            let mine = ours.Layers.Single(layer => layer.Class == layerClass).Options
            from option in golden.Layers.Single(layer => layer.Class == layerClass).Options
            where option.Key is not ("from" or "n_out") && mine.GetValueOrDefault(option.Key) != option.Value
            select $"{layerClass}: {option.Key} is {option.Value}, ours {mine.GetValueOrDefault(option.Key)}"
        );
    }

    [Theory]
    [InlineData("layer_norm", "combine combine combine combine eval eval eval reduce reduce")]
    [InlineData("gating", "activation activation combine linear split")]
    public void A_module_from_blocks_has_the_blocks_of_its_equivalent(string name, string classes)
    {
        // Of the golden blocks, those that are not of the module: what makes its input, and what reads its result.
        string[] around = ["w", "x", "sq", "loss", "output", "s", "b"];
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence(name).BlocksConfig);
        Assert.Equal(
            name == "layer_norm" ? "combine combine combine combine eval eval reduce reduce" : classes,
            Classes(golden.Layers.Where(layer => !around.Contains(layer.Path)))
        );

        // 1/sqrt(x + epsilon) is two layers, and a linear map from blocks is none.
        var net = Emitted.Summary(GoldenModels.Of(name), Form.PythonPrimitive);
        Assert.Equal(
            name == "layer_norm" ? classes : "activation activation combine combine dot split",
            Classes(net.Layers.Where(layer => !around.Contains(layer.Path) || layer.Path == "output").Where(IsStep))
        );
    }

    [Fact]
    public void An_embedding_is_the_linear_layer_that_RETURNN_ran()
    {
        var golden = GoldenFiles.Case("embedding");
        var (time, vocabulary) = (Dim.Dynamic("time"), Dim.Feature("vocab", 6));
        var net = new Net("embedding");
        var labels = net.Input("labels", [Dim.Batch, time], sparse: vocabulary);
        var y = net.Add("y", new Embedding(Dim.Feature("out", 4))).Call(labels);
        net.Loss("loss", ReduceMean(Square(y), [y.Dims.Feature!]));
        net.Output(y);
        var ours = Emitted.Summary(net);

        Assert.Equal(EmittedParameters.Of(golden.Parameters), EmittedParameters.Of(ours));
        string[] free = ["out_shape", "name_scope", "forward_weights_init"];
        Assert.Equal(OptionsOf(NetSummary.OfPython(golden.Config), "linear", free), OptionsOf(ours, "linear", free));
    }

    private static bool IsStep(LayerSummary layer) => layer.Class is not ("variable" or "copy" or "constant");

    private static string Classes(IEnumerable<LayerSummary> layers) =>
        string.Join(' ', layers.Select(layer => layer.Class).Order(StringComparer.Ordinal));

    private static string OptionsOf(NetSummary net, string layerClass, string[] free) =>
        string.Join(
            ' ',
            net.Layers.Single(layer => layer.Class == layerClass)
                .Options.Where(option => !free.Contains(option.Key))
                .OrderBy(option => option.Key, StringComparer.Ordinal)
                .Select(option => $"{option.Key}={option.Value}")
        );
}
