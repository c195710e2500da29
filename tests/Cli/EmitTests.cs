using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class EmitTests : CliFixture
{
    [Fact]
    public void A_model_file_is_emitted_to_stdout()
    {
        Run("emit", WriteModel("model.cs"));

        Assert.Equal("model tagger\n"u8, OutputBytes);
    }

    [Fact]
    public void A_good_model_exits_with_0() => Assert.Equal(0, Run("emit", WriteModel("model.cs")));

    [Fact]
    public void A_good_model_leaves_stderr_empty()
    {
        Run("emit", WriteModel("model.cs"));

        Assert.Empty(Error);
    }

    [Fact]
    public void A_script_emits_its_own_model()
    {
        RunTagger("emit");

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void An_output_file_is_written()
    {
        RunTagger("emit", "-o", "net.py");

        Assert.Equal("model tagger\n", Read("net.py"));
    }

    [Fact]
    public void With_an_output_file_stdout_is_empty()
    {
        RunTagger("emit", "-o", "net.py");

        Assert.Empty(OutputBytes);
    }

    [Theory]
    [InlineData("net.json", ConfigFormat.Json)]
    [InlineData("net.JSON", ConfigFormat.Json)]
    [InlineData("net.py", ConfigFormat.Python)]
    [InlineData("net.config", ConfigFormat.Python)]
    public void The_format_goes_by_the_extension_of_the_output(string file, ConfigFormat format)
    {
        RunTagger("emit", "-o", file);

        Assert.Equal(format, EmittedWith!.Format);
    }

    [Fact]
    public void Format_overrides_the_extension()
    {
        RunTagger("emit", "-o", "net.config", "-f", "json");

        Assert.Equal(ConfigFormat.Json, EmittedWith!.Format);
    }

    [Fact]
    public void Stdout_gets_python()
    {
        RunTagger("emit");

        Assert.Equal(ConfigFormat.Python, EmittedWith!.Format);
    }

    [Fact]
    public void No_lower_switches_lowering_off()
    {
        RunTagger("emit", "--no-lower");

        Assert.False(EmittedWith!.Lower);
    }

    [Fact]
    public void No_lower_with_rules_switches_only_these_off()
    {
        RunTagger("emit", "--no-lower=batch_norm", "--no-lower=linear");

        Assert.True(EmittedWith!.Lower);
        Assert.Equal(["batch_norm", "linear"], EmittedWith.RulesOff.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_header_is_passed_on()
    {
        RunTagger("emit", "--no-header");

        Assert.False(EmittedWith!.Header);
    }

    [Fact]
    public void The_text_of_a_template_is_passed_on()
    {
        RunTagger("emit", "--template", Write("frame.sbn", "{{ network }}\n"));

        Assert.Equal("{{ network }}\n", EmittedWith!.Template);
    }

    [Fact]
    public void Explain_lowering_goes_to_stderr()
    {
        RunTagger("emit", "--explain-lowering");

        Assert.Equal("model.cs(7,1): batch_norm: fused (fired)\n", Error);
    }

    [Fact]
    public void Verbose_says_what_was_written()
    {
        RunTagger("emit", "-v", "-o", "net.py");

        Assert.Equal("netdsl: wrote net.py\n", Error);
    }

    [Fact]
    public void One_of_several_models_is_chosen_by_its_name()
    {
        RunScript([() => new Net("small"), () => new Net("large")], "emit", "--model", "large");

        Assert.Equal("model large\n", Output);
    }

    [Fact]
    public void A_chosen_model_is_emitted_although_another_one_throws()
    {
        RunScript([() => throw new InvalidOperationException(), () => new Net("large")], "emit", "--model", "large");

        Assert.Equal("model large\n", Output);
    }

    [Fact]
    public void An_assembly_is_emitted_without_building()
    {
        var script = CompiledModels.Compile(Host, WriteModel("model.cs"));
        File.WriteAllBytes(PathOf("model.dll"), script.Assembly);

        Run("emit", "--build", "none", "model.dll");

        Assert.Equal("model tagger\n", Output);
    }
}
