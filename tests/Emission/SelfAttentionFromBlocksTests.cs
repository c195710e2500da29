using NetDsl.Emit;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Inference;
using NetDsl.Tests.Repository;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Self-attention written with functions is the net of blocks that RETURNN ran beside its layer <c>self_attention</c>.</summary>
public sealed class SelfAttentionFromBlocksTests
{
    // Ours says what RETURNN's defaults say; golden wrote a factor of q as code.
    private static readonly string[] layers = ["qkv0", "qkv1", "s", "k", "v", "e0", "w8", "att", "y"];

    [Fact]
    public async Task Self_attention_from_blocks() => await Verify(Emitted.Text(Model(), Form.PythonPrimitive), "py");

    [Fact]
    public void Nothing_is_found_in_it() =>
        Assert.Empty(ConfigEmitter.Emit(Model(), Emitted.Options(Form.PythonPrimitive)).Diagnostics);

    [Fact]
    public void Its_layers_have_the_options_that_RETURNN_ran()
    {
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence("self_attention").BlocksConfig);
        var ours = Emitted.Summary(Model(), Form.PythonPrimitive);

        Findings.None(
            from layer in golden.Layers
            where layers.Contains(layer.Path)
            from option in layer.Options
            where option.Key is not ("from" or "out_dim")
            let found = ours[layer.Path].Options.GetValueOrDefault(option.Key)
            where Listed(found) != Listed(option.Value)
            select $"{layer.Path}: {option.Key} is {found}, RETURNN ran {option.Value}"
        );
    }

    [Fact]
    public void Its_layers_have_the_dims_of_those_that_RETURNN_ran()
    {
        var golden = InferredConfig.Of(GoldenFiles.Equivalence("self_attention").BlocksConfig);
        var ours = InferredConfig.Of(Emitted.Text(Model(), Form.PythonPrimitive));

        Assert.All(
            layers,
            layer => Assert.Equal(golden.Layer(layer)!.Dims.Order(ByName), ours.Layer(layer)!.Dims.Order(ByName))
        );
    }

    [Fact]
    public void It_has_the_parameters_of_the_layer_that_RETURNN_ran() =>
        Assert.Equal(
            EmittedParameters.Of(GoldenFiles.Equivalence("self_attention").Parameters),
            EmittedParameters.Of(Emitted.Summary(Model(), Form.PythonPrimitive))
        );

    [Fact]
    public void Frames_behind_the_end_of_a_sequence_get_no_weight() =>
        Assert.Equal("True", Emitted.Summary(Model(), Form.PythonPrimitive)["w8"].Options["use_time_mask"]);

    private static Comparer<GoldenDim> ByName =>
        Comparer<GoldenDim>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static Net Model() =>
        Sample.Of(s =>
        {
            var (heads, perHead) = (Dim.Spatial("heads", 2), Dim.Feature("per_head_qkv", 6));
            var (qkv, key, value) = (Dim.Feature("qkv", 12), Dim.Feature("key", 2), Dim.Feature("value", 2));
            var kvTime = Dim.Dynamic("kv_time");
            var x = (s.Data * new Parameter([s.In], name: "w/param")).Named("x");
            var weights = new Parameter([s.In, qkv], Initializer.GlorotUniform, name: "att/QKV");
            var projected = Dot(x, weights, s.In).Named("qkv0");
            var parts = Split(SplitDims(projected, qkv, [heads, perHead]).Named("qkv1"), perHead, [key, key, value]);
            parts[0].Node.Inputs[0].Named("s");
            var query = (parts[0] * Math.Pow(2, -0.5)).Named("q");
            var keys = ReplaceDim(parts[1], s.Time, kvTime).Named("k");
            var values = ReplaceDim(parts[2], s.Time, kvTime).Named("v");
            var weighting = Softmax(Dot(query, keys, key).Named("e0"), over: kvTime).Named("w8");
            var attended = Dot(weighting, values, kvTime).Named("att");
            s.Net.Output(MergeDims(attended, [heads, value]).Named("y"));
        });

    private static string? Listed(string? value) => value?.Replace('(', '[').Replace(')', ']');
}
