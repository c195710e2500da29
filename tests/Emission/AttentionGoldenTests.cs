using NetDsl.Layers;
using NetDsl.Tests.Golden;
using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Emitting;

/// <summary>Self-attention as RETURNN ran it, as one layer and from blocks: layer by layer, option by option.</summary>
public sealed class AttentionGoldenTests
{
    // Ours and theirs call dims by other names, and theirs leaves it to Python to compute the root; a list is as good as a tuple.
    private static readonly (string Ours, string Theirs)[] words =
    [
        ("qkv_per_head:", "per_head_qkv:"),
        ("key_per_head:", "key:"),
        ("value_per_head:", "value:"),
        ("time_keys:", "kv_time:"),
        ("0.7071067811865476", "2 ** -0.5"),
        ("[heads:2, per_head_qkv:6]", "(heads:2, per_head_qkv:6)"),
    ];

    public static TheoryData<string> Variants => ["self_attention", "self_attention_causal", "self_attention_rel_pos"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_parameters_are_those_of_RETURNN_fused_or_not(string name)
    {
        var golden = EmittedParameters.Of(GoldenFiles.Equivalence(name).Parameters);

        Assert.Equal(golden, Parameters(name, Form.Python));
        Assert.Equal(golden, Parameters(name, Form.PythonPrimitive));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_layer_has_the_options_that_RETURNN_ran(string name)
    {
        // The feature dim that comes out is a dim of the model; what the weights begin as is RETURNN's default, said out loud.
        string[] free = ["n_out", "out_dim", "forward_weights_init"];
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence(name).FusedConfig);

        Assert.Equal(Lines(golden, free), Lines(Emitted.Summary(Model(name)), free));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_blocks_are_those_that_RETURNN_ran(string name)
    {
        // Layers are called otherwise. Theirs names some dims only where RETURNN could not find them; ours does so always, and says what is the default.
        string[] free =
        [
            "out_dim",
            "condition",
            "true_from",
            "keep_order",
            "dtype",
            "forward_weights_init",
            "allow_broadcast_all_sources",
            "use_time_mask",
        ];
        var golden = NetSummary.OfPython(GoldenFiles.Equivalence(name).BlocksConfig);

        Assert.Equal(Lines(golden, free), Lines(Emitted.Summary(Model(name), Form.PythonPrimitive), free));
    }

    [Fact]
    public void In_JSON_the_layers_have_the_options_that_RETURNN_ran()
    {
        string[] free = ["forward_weights_init", "name_scope"];
        var golden = NetSummary.OfJson(GoldenFiles.JsonCase("json_self_attention").Config);

        Assert.Equal(Lines(golden, free), Lines(Emitted.Summary(Model("self_attention_rel_pos"), Form.Json), free));
    }

    [Fact]
    public void Padding_is_masked_by_the_softmax() =>
        Assert.Equal(
            "True",
            Emitted
                .Summary(Model("self_attention"), Form.PythonPrimitive)
                .Layers.Single(layer => layer.Class == "softmax_over_spatial")
                .Options["use_time_mask"]
        );

    [Fact]
    public void A_positional_encoding_has_the_options_that_RETURNN_ran()
    {
        var golden = NetSummary.OfPython(GoldenFiles.Case("positional_encoding").Config);
        var ours = Emitted.Summary(
            Sample.Of(s => s.Net.Output(new PositionalEncoding().Call(s.Net.Add("h", new Linear(s.Out)).Call(s.Data))))
        );

        // Theirs takes the time axis by default.
        Assert.Equal(
            Options(golden.Layers.Single(layer => layer.Class == "positional_encoding"), ["from", "out_shape", "axis"]),
            Options(ours.Layers.Single(layer => layer.Class == "positional_encoding"), ["from", "out_shape", "axis"])
        );
    }

    private static Net Model(string name) =>
        Sample.Of(s =>
        {
            var x = s.Data * new Parameter([s.In], name: "w/param");
            var relative = name == "self_attention_rel_pos" ? new RelativePositionalEncoding(clipping: 3) : null;
            if (relative is not null)
            {
                s.Net.Add("rel", relative);
            }

            var causal = name == "self_attention_causal";
            var attention = new SelfAttention(s.Out, heads: 2, keySize: 4, causal: causal, relative: relative);
            var y = s.Net.Add("att", attention).Call(x);
            s.Net.Loss("loss", ReduceMean(Square(y), [s.Out]));
            s.Net.Output(y);
        });

    private static IReadOnlyList<string> Parameters(string name, Form form) =>
        EmittedParameters.Of(Emitted.Summary(Model(name), form));

    // Theirs copies in places, and is more than the attention: the factor of the input, the loss, the output.
    private static string Lines(NetSummary net, string[] free)
    {
        string[] around = ["w", "x", "sq", "loss", "output", "w.param", "mul", "square"];
        return string.Join(
            '\n',
            net.Layers.Where(layer => layer.Class != "copy")
                .Where(layer => !around.Contains(layer.Path) || layer.Class is "self_attention" or "merge_dims")
                .Select(layer => $"{layer.Class} {Options(layer, ["from", "out_shape", .. free])}")
                .Select(Renamed)
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Options(LayerSummary layer, string[] free) =>
        string.Join(
            ' ',
            layer
                .Options.Where(option => !free.Contains(option.Key))
                .OrderBy(option => option.Key, StringComparer.Ordinal)
                .Select(option => $"{option.Key}={option.Value}")
        );

    private static string Renamed(string line) =>
        words.Aggregate(line, (text, word) => text.Replace(word.Ours, word.Theirs, StringComparison.Ordinal));
}
