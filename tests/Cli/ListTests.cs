using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ListTests : CliFixture
{
    [Fact]
    public void Models_are_named_with_their_lines()
    {
        Assert.Equal(0, Run("list", WriteModel("model.cs", "tagger")));

        Assert.Equal("tagger  0 layers, 0 parameters  model.cs:3\n", Output);
    }

    [Fact]
    public void Programs_read_names_and_lines()
    {
        Assert.Equal(0, Run("list", WriteModel("model.cs", "tagger"), "--json"));

        var model = Assert.Single(JObject.Parse(Output)["models"]!);
        Assert.Equal(
            ("tagger", "model.cs", 3),
            (model.Value<string>("name"), model.Value<string>("path"), model.Value<int>("line"))
        );
    }

    [Fact]
    public void A_script_lists_its_own_models()
    {
        Assert.Equal(0, RunScript([() => new Net("first"), () => new Net("second")], "list"));

        Assert.Equal(["first ", "second"], Output.TrimEnd('\n').Split('\n').Select(line => line[..6]));
    }

    [Fact]
    public void A_model_that_cannot_be_emitted_is_listed_without_its_size()
    {
        Emit = net => throw new ModelException([new Diagnostic("ND2001", Severity.Error, "no")]);

        Assert.Equal(1, RunTagger("list"));
        Assert.StartsWith("tagger  cannot be emitted  ", Output, StringComparison.Ordinal);
    }
}
