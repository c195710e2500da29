using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class EmitErrorTests : CliFixture
{
    private static readonly Func<Net>[] smallAndLarge = [() => new Net("small"), () => new Net("large")];

    [Fact]
    public void A_missing_model_is_told_with_its_nearest_neighbour()
    {
        WriteModel("model.cs");

        Run("emit", "modle.cs");

        Assert.Equal(
            "netdsl : error ND0101: there is no file or folder 'modle.cs'\n  did you mean 'model.cs'?\n",
            Error
        );
    }

    [Theory]
    [InlineData("model.csx")]
    [InlineData("model.py")]
    public void A_file_of_another_kind_is_no_model(string file)
    {
        Run("emit", Write(file, ""));

        Assert.StartsWith($"netdsl : error ND0102: '{file}' is not a model: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_two_projects_is_no_model()
    {
        Write("models/a.csproj", "<Project/>");
        Write("models/b.csproj", "<Project/>");

        Run("emit", "models");

        Assert.Contains(
            "ND0102: 'models' is not a model: it does not have exactly one .csproj",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_no_assembly_cannot_be_loaded()
    {
        Run("emit", Write("model.dll", "text"));

        Assert.StartsWith("netdsl : error ND0111: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_models_are_listed_with_the_way_to_choose()
    {
        RunScript(smallAndLarge, "emit");

        Assert.Equal(
            "netdsl : error ND0107: one model is wanted here, and there are several: small, large\n"
                + "  choose one with --model NAME\n",
            Error
        );
    }

    [Fact]
    public void Several_chosen_models_do_not_fit_one_file()
    {
        Assert.Equal(1, RunScript(smallAndLarge, "emit", "-o", "net.py", "--model", "small", "--model", "large"));

        Assert.Equal(
            "netdsl : error ND0107: one model is wanted here, and --model names several: small, large\n"
                + "  give --model once\n",
            Error
        );
    }

    [Fact]
    public void What_is_wrong_with_models_that_were_not_chosen_is_not_told()
    {
        Assert.Equal(0, RunScript([.. smallAndLarge, Broken], "emit", "--model", "small"));
        Assert.Empty(Error);
    }

    [Fact]
    public void A_model_that_throws_is_told_if_a_chosen_one_is_missing()
    {
        Assert.Equal(1, RunScript([.. smallAndLarge, Broken], "emit", "--model", "medium"));
        Assert.Contains("broken for a reason", Error, StringComparison.Ordinal);
    }

    private static Net Broken() => throw new InvalidOperationException("broken for a reason");

    [Fact]
    public void An_unknown_model_is_told_with_the_list_and_the_nearest_one()
    {
        RunScript(smallAndLarge, "emit", "--model", "lagre");

        Assert.Equal(
            "netdsl : error ND0105: there is no model 'lagre'; there is small, large\n  did you mean 'large'?\n",
            Error
        );
    }

    [Fact]
    public void Two_models_of_one_name_are_told_with_both_places()
    {
        RunScript([() => new Net("a", "m.cs", 3), () => new Net("a", "m.cs", 7)], "emit", "--model", "a");

        Assert.StartsWith(
            "m.cs(7,1): error ND0106: two models are named 'a'\n  m.cs(3,1): the first one\n",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_script_without_models_is_told()
    {
        RunScript([], "emit");

        Assert.StartsWith("netdsl : error ND0104: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_null_is_told_by_its_position()
    {
        RunScript([() => new Net("a"), () => null!], "emit");

        Assert.StartsWith("netdsl : error ND0120: model 2 of ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_output_folder_is_told()
    {
        RunTagger("emit", "-o", "configs/net.py");

        Assert.Equal(
            "netdsl : error ND0112: 'configs/net.py' cannot be written: there is no folder 'configs'\n",
            Error
        );
    }

    [Theory]
    [InlineData("home")]
    [InlineData("new/")]
    public void A_folder_is_no_output(string output)
    {
        Directory.CreateDirectory(PathOf("home"));

        RunTagger("emit", "-o", output);

        Assert.StartsWith("netdsl : error ND0113: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_file_is_not_overwritten()
    {
        var text = Read(WriteModel("model.cs"));

        Run("emit", "model.cs", "-o", "./model.cs");

        Assert.Equal(text, Read("model.cs"));
    }

    [Theory]
    [InlineData("link.cs")]
    [InlineData("folder/model.cs")]
    [InlineData("folder/link.cs")]
    public void The_model_file_is_not_overwritten_through_a_link(string output)
    {
        var text = Read(WriteModel("model.cs"));
        File.CreateSymbolicLink(PathOf("link.cs"), "folder/model.cs");
        Directory.CreateSymbolicLink(PathOf("folder"), ".");

        Assert.Equal(1, Run("emit", "model.cs", "-o", output));

        Assert.Equal(text, Read("model.cs"));
        Assert.Equal($"netdsl : error ND0115: '{output}' is read by this command and would be overwritten\n", Error);
    }

    [Fact]
    public void A_model_that_is_read_through_a_link_is_not_overwritten()
    {
        var text = Read(WriteModel("model.cs"));
        File.CreateSymbolicLink(PathOf("link.cs"), "model.cs");

        Assert.Equal(1, Run("emit", "link.cs", "-o", "model.cs"));

        Assert.Equal(text, Read("model.cs"));
    }

    [Fact]
    public void The_model_file_is_not_overwritten_by_diagnostics()
    {
        var text = Read(WriteModel("model.cs"));

        Run("emit", "model.cs", "--diagnostics-out", "model.cs");

        Assert.Equal(text, Read("model.cs"));
    }

    [Fact]
    public void A_missing_template_is_told()
    {
        RunTagger("emit", "--template", "frame.sbn");

        Assert.Equal("netdsl : error ND0116: 'frame.sbn' cannot be read: there is no such file\n", Error);
    }

    [Fact]
    public void A_template_that_is_not_UTF_8_is_told()
    {
        File.WriteAllBytes(PathOf("frame.sbn"), [0xff, 0xfe, 0xfd]);

        RunTagger("emit", "--template", "frame.sbn");

        Assert.Equal("netdsl : error ND0116: 'frame.sbn' cannot be read: it is not UTF-8\n", Error);
    }

    [Fact]
    public void A_full_disk_behind_stdout_is_told()
    {
        Host = Host with { Output = new FullStream() };

        RunTagger("emit");

        Assert.Equal("netdsl : error ND0114: 'standard output' cannot be written: No space left on device\n", Error);
    }

    [Fact]
    public void Too_little_memory_is_no_bug()
    {
#pragma warning disable CA2201 // It is the runtime's, and this is what the runtime does.
        Emit = _ => throw new OutOfMemoryException();
#pragma warning restore CA2201

        Assert.Equal(1, RunTagger("emit"));
        Assert.StartsWith(
            "netdsl : error ND0141: there is not enough memory for this\n",
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bug_exits_with_70()
    {
        Emit = _ => throw new InvalidOperationException("unexpected");

        Assert.Equal(70, RunTagger("emit"));
    }

    [Fact]
    public void A_bug_asks_to_be_reported()
    {
        Emit = _ => throw new InvalidOperationException("unexpected");

        RunTagger("emit");

        Assert.StartsWith(
            "netdsl : error ND9001: a bug in netdsl: System.InvalidOperationException: unexpected\n",
            Error,
            StringComparison.Ordinal
        );
        Assert.EndsWith("  please report it with the model and these lines\n", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_of_a_bug_exits_with_70()
    {
        Emit = _ => throw new ModelException([new Diagnostic("ND9002", Severity.Error, "broken")]);

        Assert.Equal(70, RunTagger("emit"));
    }
}
