using NetDsl.Cli;
using NetDsl.Tests.Cli;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>A cache that is damaged, and clocks that are wrong.</summary>
[Collection("Console")]
public sealed class CacheFaultTests : CliFixture
{
    private string Folder => PathOf("home/.cache/netdsl");

    private string Entry => Assert.Single(Directory.GetFiles(Folder));

    [Fact]
    public void An_entry_with_one_bit_turned_over_is_compiled_again()
    {
        Run("emit", WriteModel("model.cs"));
        var whole = File.ReadAllBytes(Entry);
        foreach (var place in new[] { 0, 8, whole.Length / 2 })
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 1;
            File.WriteAllBytes(Entry, damaged);

            Assert.Equal(0, Run("emit", "model.cs"));
            Assert.Equal(whole, File.ReadAllBytes(Entry));
        }

        Assert.Empty(Error);
    }

    [Fact]
    public void An_entry_cut_short_or_changed_at_any_byte_is_none()
    {
        var warning = new Diagnostic("CS0219", Severity.Warning, "unused")
        {
            Location = new SourceLocation("model.cs", 3, 7),
        };
        var whole = CacheEntry.Write(new CompiledScript([1, 2, 3, 4, 5], [6, 7, 8], [warning]));
        Assert.NotNull(CacheEntry.Read(whole));

        Assert.All(
            Enumerable.Range(0, whole.Length),
            length =>
            {
                var changed = (byte[])whole.Clone();
                changed[length]++;
                Assert.Null(CacheEntry.Read(changed));
                Assert.Null(CacheEntry.Read(whole[..length]));
            }
        );
    }

    [Fact]
    public void A_folder_where_an_entry_should_be_is_no_error()
    {
        Run("emit", WriteModel("model.cs"));
        var entry = Entry;
        File.Delete(entry);
        Directory.CreateDirectory(entry);

        Assert.Equal((0, ""), (Run("emit", "model.cs"), Error));
    }

    [Fact]
    public void A_link_to_nothing_where_the_cache_should_be_is_no_error()
    {
        Directory.CreateDirectory(PathOf("home/.cache"));
        File.CreateSymbolicLink(Folder, "nowhere/at/all");

        Assert.Equal((0, ""), (Run("emit", WriteModel("model.cs")), Error));
    }

    [Theory]
    [InlineData(1980)]
    [InlineData(2099)]
    public void Files_of_another_time_change_nothing(int year)
    {
        Run("emit", WriteModel("model.cs"), "-o", "net.py");
        var kept = File.ReadAllBytes(Entry);
        var time = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in new[] { Entry, PathOf("model.cs"), PathOf("net.py") })
        {
            File.SetLastWriteTimeUtc(file, time);
        }

        Assert.Equal(0, Run("emit", "model.cs", "-o", "net.py"));

        Assert.Equal(kept, File.ReadAllBytes(Entry));
        Assert.Equal(time, File.GetLastWriteTimeUtc(Entry));
    }

    [Fact]
    public void A_script_changed_without_a_newer_time_is_compiled_again()
    {
        Run("emit", WriteModel("model.cs", "first"));
        var time = File.GetLastWriteTimeUtc(PathOf("model.cs"));
        WriteModel("model.cs", "other");
        File.SetLastWriteTimeUtc(PathOf("model.cs"), time);

        Run("emit", "model.cs");

        Assert.EndsWith("model other\n", Output, StringComparison.Ordinal);
    }
}
