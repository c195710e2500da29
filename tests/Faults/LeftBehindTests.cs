using NetDsl.Tests.Cli;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>Temporary files of tools that were killed.</summary>
[Collection("Console")]
public sealed class LeftBehindTests : CliFixture
{
    private const string Cache = "home/.cache/netdsl";

    [Theory]
    [InlineData("emit", "-o", "net.py")]
    [InlineData("emit", "--out-dir", ".")]
    public void The_next_tool_that_writes_beside_it_removes_it(params string[] args)
    {
        Write(".netdsl-x.tmp", "half");

        RunTagger(args);

        Assert.False(File.Exists(PathOf(".netdsl-x.tmp")));
    }

    [Fact]
    public void What_another_tool_is_writing_stays()
    {
        Write(".netdsl-x.tmp", "half");
        using var other = new FileStream(PathOf(".netdsl-x.tmp"), FileMode.Open, FileAccess.Write, FileShare.None);

        Assert.Equal(0, RunTagger("emit", "-o", "net.py"));

        Assert.True(File.Exists(PathOf(".netdsl-x.tmp")));
    }

    [Fact]
    public void A_file_that_only_looks_like_it_stays()
    {
        Write(".netdsl-x.tmp.py", "mine");

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("mine", Read(".netdsl-x.tmp.py"));
    }

    [Fact]
    public void It_is_removed_from_the_cache_too()
    {
        Write($"{Cache}/.netdsl-x.tmp", "half");

        Run("check", WriteModel("model.cs"));

        Assert.EndsWith(".model", Assert.Single(Directory.GetFiles(PathOf(Cache))), StringComparison.Ordinal);
    }
}
