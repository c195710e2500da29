using NetDsl.Tests.Cli;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>Places that cannot be written to.</summary>
[Collection("Console")]
public sealed class FolderFaultTests : CliFixture
{
    [SmallDiskFact]
    public void A_full_disk_leaves_the_old_file_as_it_was()
    {
        using var disk = new SmallDisk(PathOf("disk"), kilobytes: 64);
        Write("disk/net.py", "old");
        Write("disk/rest", new string('x', 60_000));
        Emit = net => Emission(net) with { Text = new string('x', 30_000) };

        Assert.Equal(1, RunTagger("emit", "-o", "disk/net.py"));

        Assert.Equal("old", Read("disk/net.py"));
        Assert.Equal("netdsl : error ND0114: 'disk/net.py' cannot be written: No space left on device\n", Error);
        Assert.Equal(2, Directory.GetFiles(PathOf("disk")).Length);
    }

    [SmallDiskFact]
    public void What_a_killed_tool_left_is_removed_before_the_disk_is_needed()
    {
        using var disk = new SmallDisk(PathOf("disk"), kilobytes: 64);
        Write("disk/.netdsl-x.tmp", new string('x', 60_000));
        Emit = net => Emission(net) with { Text = new string('x', 30_000) };

        Assert.Equal(0, RunTagger("emit", "-o", "disk/net.py"));
    }

    [SmallDiskFact]
    public void A_full_disk_under_the_cache_is_no_error()
    {
        using var disk = new SmallDisk(PathOf("home"), kilobytes: 64);
        Write("home/rest", new string('x', 62_000));

        Assert.Equal((0, ""), (Run("emit", WriteModel("model.cs")), Error));
        Assert.Empty(Directory.GetFiles(PathOf("home/.cache/netdsl")));
    }

    [SmallDiskFact]
    public void A_file_system_that_is_read_only_is_told()
    {
        using var disk = new SmallDisk(PathOf("disk"), kilobytes: 64, isReadOnly: true);

        RunTagger("emit", "-o", "disk/net.py");

        Assert.Equal("netdsl : error ND0114: 'disk/net.py' cannot be written: Read-only file system\n", Error);
    }

    [LinuxFact]
    public void A_folder_where_nobody_may_write_is_told()
    {
        Assert.Equal(1, RunTagger("emit", "-o", "/sys/net.py"));

        Assert.Equal("netdsl : error ND0114: '/sys/net.py' cannot be written: Permission denied\n", Error);
    }

    [UnixFact]
    public void Links_in_a_circle_are_told()
    {
        File.CreateSymbolicLink(PathOf("a.py"), "b.py");
        File.CreateSymbolicLink(PathOf("b.py"), "a.py");

        Assert.Equal(1, RunTagger("emit", "-o", "a.py"));
        Assert.Contains("ND0114: 'a.py' cannot be written", Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_link_to_a_file_that_is_not_there_yet_stays_a_link_to_it()
    {
        File.CreateSymbolicLink(PathOf("net.py"), "real.py");

        RunTagger("emit", "-o", "net.py");

        Assert.Equal(("real.py", "model tagger\n"), (new FileInfo(PathOf("net.py")).LinkTarget, Read("real.py")));
    }
}
