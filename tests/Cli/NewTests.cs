using NetDsl.Cli;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class NewTests : CliFixture
{
    public static TheoryData<string> Scripts => [.. StarterFiles.Kinds.Where(kind => kind != StarterFiles.Project)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_new_script_is_checked_without_a_warning(string kind)
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };

        Assert.Equal(0, Run("new", kind, "bird_song"));

        Assert.Equal(0, Run("check", "bird_song.cs", "--max-warnings", "0"));
        Assert.Empty(Error);
    }

    [Fact]
    public void A_new_script_is_named_as_asked_for()
    {
        Run("new", "model", "bird_song");

        Assert.Contains("static Net BirdSong()", Read("bird_song.cs"), StringComparison.Ordinal);
        Assert.Contains("new Net(\"bird_song\")", Read("bird_song.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_it_is_printed()
    {
        Assert.Equal(0, Run("new", "model"));

        Assert.StartsWith("#!/usr/bin/env -S dotnet --\n#:package NetDsl@", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_not_replaced()
    {
        Write("tagger.cs", "mine");

        Assert.Equal(1, Run("new", "model", "tagger"));

        Assert.Equal("mine", Read("tagger.cs"));
        Assert.Contains("ND0130", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_force_it_is()
    {
        Write("tagger.cs", "mine");

        Assert.Equal(0, Run("new", "model", "tagger", "--force"));

        Assert.NotEqual("mine", Read("tagger.cs"));
    }

    [Fact]
    public void A_project_is_a_folder()
    {
        Assert.Equal(0, Run("new", "project", "bird_song"));

        Assert.Equal(
            ["BirdSong.csproj", "Models.cs", "Program.cs"],
            Directory.GetFiles(PathOf("bird_song")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains("namespace BirdSong;", Read("bird_song/Models.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new", "modle")]
    [InlineData("new", "project")]
    [InlineData("new", "model", "1st")]
    public void What_is_no_starter_is_a_usage_error(params string[] args) => Assert.Equal(64, Run(args));
}
