using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Emitting;

/// <summary>What a caller can choose.</summary>
public sealed class EmitOptionTests
{
    [Fact]
    public void The_header_names_the_model() =>
        Assert.Equal(
            "# Written by NetDsl from the model sample: change the model, not this file.",
            Text(new()).Split('\n')[1]
        );

    [Fact]
    public void Without_header_the_imports_come_second() =>
        Assert.Equal("from returnn.tensor import Dim, batch_dim", Text(new() { Header = false }).Split('\n')[1]);

    [Fact]
    public void The_header_is_all_that_is_left_out() =>
        Assert.Equal(
            string.Join(
                '\n',
                Text(new())
                    .Split('\n')
                    .Where(line => !line.StartsWith('#') || line.StartsWith("#!", StringComparison.Ordinal))
            ),
            Text(new() { Header = false })
        );

    [Fact]
    public void A_template_frames_the_config() =>
        Assert.StartsWith(
            "#!rnn.py\n# ours: sample\nfrom returnn.tensor",
            Text(new() { Template = "#!rnn.py\n# ours: {{ model }}\n{{ imports }}{{ settings }}{{ dims }}{{ body }}" }),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_template_does_not_change_the_net() =>
        Assert.Equal(
            NetSummary.OfPython(Text(new())).ToString(),
            NetSummary
                .OfPython(
                    Text(new() { Template = "#!rnn.py\n# ours\n{{ imports }}{{ settings }}{{ dims }}{{ body }}" })
                )
                .ToString()
        );

    [Fact]
    public void A_template_for_JSON_is_an_error() =>
        Assert.Equal(
            "ND3005",
            Assert
                .Single(
                    Assert
                        .Throws<ModelException>(() =>
                            Text(new() { Template = "{{ body }}", Format = ConfigFormat.Json })
                        )
                        .Diagnostics,
                    diagnostic => diagnostic.Severity == Severity.Error
                )
                .Code
        );

    [Fact]
    public void By_default_all_rules_fire() => Assert.Equal(["batch_norm", "linear"], Classes(new()));

    [Fact]
    public void Without_lowering_no_rule_fires() =>
        Assert.DoesNotContain(Classes(new() { Lower = false }), name => name is "batch_norm" or "linear");

    [Fact]
    public void A_rule_can_be_switched_off_alone() =>
        Assert.Equal(
            "linear",
            Assert.Single(Classes(new() { RulesOff = ["batch_norm"] }), name => name is "batch_norm" or "linear")
        );

    [Fact]
    public void All_rules_switched_off_are_no_lowering() =>
        Assert.Equal(Text(new() { Lower = false }), Text(new() { RulesOff = [.. ConfigEmitter.RuleNames] }));

    [Theory]
    [InlineData(ConfigFormat.Python)]
    [InlineData(ConfigFormat.Json)]
    public void A_config_ends_in_one_line_break(ConfigFormat format) =>
        Assert.Matches(@"[^\n]\n\z", Text(new() { Format = format }));

    private static IEnumerable<string> Classes(EmitOptions options) =>
        NetSummary.OfPython(Text(options)).CountByClass().Keys.Order(StringComparer.Ordinal);

    private static string Text(EmitOptions options) =>
        ConfigEmitter
            .Emit(
                Sample.Of(s =>
                    s.Net.Output(
                        s.Net.Add("norm", new BatchNorm()).Call(s.Net.Add("ff", new Linear(s.Out)).Call(s.Data))
                    )
                ),
                options
            )
            .Text;
}
