using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class AtomicFileTests : CliFixture
{
    private string[] Files =>
        [.. Directory.GetFiles(PathOf(".")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Until_the_new_file_is_complete_the_old_one_is_there()
    {
        Write("net.py", "old");
        string? seen = null;
        Host = Host with { BeforeReplace = _ => seen = Read("net.py") };

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("old", seen);
    }

    [Fact]
    public void The_new_file_is_complete_before_it_takes_its_place()
    {
        // It is locked: only its length can be seen.
        long? seen = null;
        Host = Host with { BeforeReplace = temporary => seen = new FileInfo(temporary).Length };

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("model tagger\n".Length, seen);
    }

    [Fact]
    public void Nothing_else_is_left_beside_the_output()
    {
        RunTagger("emit", "-o", "net.py");

        Assert.Equal(["net.py"], Files);
    }

    [Fact]
    public void A_cancellation_while_writing_exits_with_130()
    {
        using var cancellation = new CancellationTokenSource();
        Host = Host with { Cancellation = cancellation.Token, BeforeReplace = _ => cancellation.Cancel() };

        Assert.Equal(130, RunTagger("emit", "-o", "net.py"));
    }

    [Fact]
    public void A_cancellation_while_writing_leaves_the_old_file_alone()
    {
        using var cancellation = new CancellationTokenSource();
        Host = Host with { Cancellation = cancellation.Token, BeforeReplace = _ => cancellation.Cancel() };
        Write("net.py", "old");

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("old", Read("net.py"));
    }

    [Fact]
    public void A_cancellation_while_writing_removes_the_temporary_file()
    {
        using var cancellation = new CancellationTokenSource();
        Host = Host with { Cancellation = cancellation.Token, BeforeReplace = _ => cancellation.Cancel() };

        RunTagger("emit", "-o", "net.py");

        Assert.Empty(Files);
    }

    [Fact]
    public void A_cancellation_before_writing_writes_nothing_to_stdout()
    {
        Host = Host with { Cancellation = new CancellationToken(canceled: true) };

        RunTagger("emit");

        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_with_the_reason()
    {
        Host = Host with { BeforeReplace = _ => throw new UnauthorizedAccessException("Permission denied") };

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("netdsl : error ND0114: 'net.py' cannot be written: Permission denied\n", Error);
    }

    [Fact]
    public void A_disk_that_fails_leaves_the_old_file_and_no_other()
    {
        Write("net.py", "old");
        Host = Host with { BeforeReplace = _ => throw new IOException("No space left on device") };

        RunTagger("emit", "-o", "net.py");

        Assert.Equal(["net.py"], Files);
    }

    [Fact]
    public void A_read_only_file_is_not_replaced()
    {
        Write("net.py", "old");
        File.SetAttributes(PathOf("net.py"), FileAttributes.ReadOnly);

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("netdsl : error ND0114: 'net.py' cannot be written: it is read-only\n", Error);
        File.SetAttributes(PathOf("net.py"), FileAttributes.Normal);
    }

    [Fact]
    public void The_permissions_of_the_old_file_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        Write("net.py", "old");
        File.SetUnixFileMode(PathOf("net.py"), mode);

        RunTagger("emit", "-o", "net.py");

        Assert.Equal(mode, File.GetUnixFileMode(PathOf("net.py")));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Write("real.py", "old");
        File.CreateSymbolicLink(PathOf("net.py"), "real.py");

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("real.py", new FileInfo(PathOf("net.py")).LinkTarget);
    }

    [Fact]
    public void The_target_of_a_link_is_written()
    {
        Write("real.py", "old");
        File.CreateSymbolicLink(PathOf("net.py"), "real.py");

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("model tagger\n", Read("real.py"));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(0, RunTagger("emit", "-o", "/dev/null"));
    }

    [Fact]
    public void A_model_with_errors_leaves_the_old_file_alone()
    {
        Write("net.py", "old");
        Emit = _ => throw new ModelException([new Diagnostic("ND2001", Severity.Error, "no")]);

        RunTagger("emit", "-o", "net.py");

        Assert.Equal("old", Read("net.py"));
    }
}
