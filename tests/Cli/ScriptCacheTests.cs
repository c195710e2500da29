using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ScriptCacheTests : CliFixture
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string Folder => PathOf("home/.cache/netdsl");

    private string Entry => Assert.Single(Directory.GetFiles(Folder));

    [Fact]
    public void A_script_seen_before_is_not_compiled_again()
    {
        Run("emit", WriteModel("model.cs"));
        ReplaceEntry("kept");

        Run("emit", "model.cs");

        Assert.EndsWith("model kept\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_script_is_compiled_again()
    {
        Run("emit", WriteModel("model.cs", "old"));

        Run("emit", WriteModel("model.cs", "new"));

        Assert.EndsWith("model new\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_elsewhere_is_another_script()
    {
        Run("emit", WriteModel("a.cs"));
        Run("emit", WriteModel("b.cs"));

        Assert.Equal(2, Directory.GetFiles(Folder).Length);
    }

    [Fact]
    public void No_cache_does_not_read_the_cache()
    {
        Run("emit", WriteModel("model.cs"));
        ReplaceEntry("kept");

        Run("emit", "--no-cache", "model.cs");

        Assert.EndsWith("model tagger\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cache_does_not_fill_the_cache()
    {
        Run("emit", "--no-cache", WriteModel("model.cs"));

        Assert.False(Directory.Exists(Folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(200)]
    public void A_damaged_entry_is_ignored(int length)
    {
        Run("emit", WriteModel("model.cs"));
        File.WriteAllBytes(Entry, File.ReadAllBytes(Entry)[..length]);

        Assert.Equal(0, Run("emit", "model.cs"));
    }

    [Fact]
    public void A_damaged_entry_is_replaced()
    {
        Run("emit", WriteModel("model.cs"));
        var whole = File.ReadAllBytes(Entry);
        File.WriteAllText(Entry, "damaged");

        Run("emit", "model.cs");

        Assert.Equal(whole, File.ReadAllBytes(Entry));
    }

    [Fact]
    public void Without_a_HOME_nothing_is_kept_and_nothing_fails()
    {
        Host = Host with { Environment = new Dictionary<string, string>() };

        Assert.Equal(0, Run("emit", WriteModel("model.cs")));
    }

    [Fact]
    public void With_a_HOME_that_cannot_be_written_nothing_fails()
    {
        Write("home", "a file");

        Assert.Equal(0, Run("emit", WriteModel("model.cs")));
    }

    [Fact]
    public void XDG_CACHE_HOME_is_where_scripts_are_kept()
    {
        SetEnvironment("XDG_CACHE_HOME", PathOf("cache"));

        Run("emit", WriteModel("model.cs"));

        Assert.Single(Directory.GetFiles(PathOf("cache/netdsl")));
    }

    [Fact]
    public void A_relative_XDG_CACHE_HOME_is_ignored()
    {
        SetEnvironment("XDG_CACHE_HOME", "cache");

        Run("emit", WriteModel("model.cs"));

        Assert.NotEmpty(Entry);
    }

    [Fact]
    public void The_cache_is_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Run("emit", WriteModel("model.cs"));

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public void A_cache_that_others_can_write_to_is_not_trusted()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Run("emit", WriteModel("model.cs"));
        ReplaceEntry("planted");
        File.SetUnixFileMode(Folder, OwnerOnly | UnixFileMode.OtherWrite);

        Run("emit", "model.cs");

        Assert.EndsWith("model tagger\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cached_script_warns_as_it_did()
    {
        Write("model.cs", "using NetDsl;\nint unused;\nreturn NetDslCli.Run(args, () => new(\"a\"));\n");
        Run("emit", "model.cs");
        var first = Error;

        Run("emit", "model.cs");

        Assert.Equal(first + first, Error);
    }

    [Fact]
    public void Old_entries_go_when_there_are_too_many()
    {
        Directory.CreateDirectory(Folder);
        for (var i = 0; i < 300; i++)
        {
            Write($"home/.cache/netdsl/{i}.model", "");
        }

        Run("emit", WriteModel("model.cs"));

        Assert.Equal(128, Directory.GetFiles(Folder).Length);
    }

    /// <summary>Puts another model under the key of the only entry.</summary>
    private void ReplaceEntry(string net) =>
        File.WriteAllBytes(Entry, CacheEntry.Write(CompiledModels.Compile(Host, WriteModel("other.cs", net))));
}
