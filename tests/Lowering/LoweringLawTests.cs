using System.Collections.Immutable;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Lowering;

/// <summary>What holds for lowering, whatever the net.</summary>
public sealed class LoweringLawTests
{
    public static TheoryData<string> Nets => [.. LoweringNets.All.Keys];

    [Theory]
    [MemberData(nameof(Nets))]
    public void Fused_and_primitive_form_have_the_same_parameters(string net) =>
        Assert.Equal(
            CheckpointVariables.Of(EmittedNet.FromBlocks(LoweringNets.All[net]())),
            CheckpointVariables.Of(EmittedNet.Whole(LoweringNets.All[net]()))
        );

    [Theory]
    [MemberData(nameof(Nets))]
    public void Every_reference_finds_its_layer(string net)
    {
        Assert.Empty(LayerReferences.Dangling(EmittedNet.Whole(LoweringNets.All[net]()).Network));
        Assert.Empty(LayerReferences.Dangling(EmittedNet.FromBlocks(LoweringNets.All[net]()).Network));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Outputs_keep_their_names_and_losses_their_number(string net)
    {
        var fused = EmittedNet.Whole(LoweringNets.All[net]());
        var blocks = EmittedNet.FromBlocks(LoweringNets.All[net]());
        Assert.Equal(Roots(blocks), Roots(fused));
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void The_same_net_gives_the_same_report_and_text(string net)
    {
        var (first, second) = (EmittedNet.Whole(LoweringNets.All[net]()), EmittedNet.Whole(LoweringNets.All[net]()));
        Assert.Equal(first.Emission.Lowering.ToText(path => path), second.Emission.Lowering.ToText(path => path));
        Assert.Equal(first.Emission.Text, second.Emission.Text);
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void With_every_rule_off_nothing_is_fused(string net)
    {
        var off = EmittedNet.Of(LoweringNets.All[net](), new EmitOptions { RulesOff = [.. ConfigEmitter.RuleNames] });
        Assert.Equal(EmittedNet.FromBlocks(LoweringNets.All[net]()).Emission.Text, off.Emission.Text);
        Assert.Empty(off.Entries);
    }

    [Theory]
    [InlineData("batch_norm")]
    [InlineData("linear")]
    public void A_rule_that_is_off_leaves_the_others_on(string rule)
    {
        var net = EmittedNet.Of(Everything(), Without(rule));
        Assert.Equal(0, net.Count(rule));
        Assert.DoesNotContain(net.Entries, entry => entry.Rule == rule);
        Assert.Contains(net.Entries, entry => entry.Fired);
    }

    [Fact]
    public void Without_the_softmax_rule_the_linear_map_stays_one_layer()
    {
        var net = EmittedNet.Of(Everything(), Without("softmax"));
        Assert.Equal((1, 0, 1), (net.Count("linear"), net.Count("softmax"), net.Count("batch_norm")));
    }

    [Fact]
    public void The_rules_are_those_that_the_command_line_names() =>
        Assert.Equal(
            [
                "self_attention",
                "batch_norm",
                "linear",
                "embedding",
                "layer_norm",
                "conv",
                "transposed_conv",
                "softmax",
                "gating",
                "activation",
                "dropout",
                "concat",
                "eval",
            ],
            ConfigEmitter.RuleNames
        );

    [Fact]
    public void The_report_is_in_the_order_of_the_model() =>
        Assert.Equal(
            ["batch_norm norm", "linear map", "softmax map"],
            EmittedNet.Of(Everything()).Entries.Select(entry => $"{entry.Rule} {entry.Module}")
        );

    private static EmitOptions Without(string rule) => new() { RulesOff = ImmutableHashSet.Create(rule) };

    private static Net Everything() =>
        MapNets.Classifier(before: (net, x) => net.Add("norm", new Layers.BatchNorm()).Call(x));

    private static (string Outputs, int Losses) Roots(EmittedNet net)
    {
        var names = net
            .Network.Where(layer => IsOutput(((StringValue)layer.Key).Value, (DictValue)layer.Value))
            .Select(layer => ((StringValue)layer.Key).Value)
            .Order(StringComparer.Ordinal);
        return (string.Join(' ', names), net.Layers.Count(layer => layer["loss"] is not null));
    }

    private static bool IsOutput(string name, DictValue layer) =>
        name == "output" || (layer["is_output_layer"] is not null && !name.EndsWith(".run", StringComparison.Ordinal));
}
