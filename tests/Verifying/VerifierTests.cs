using System.Reflection;
using System.Runtime.CompilerServices;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Verifying;

public sealed class VerifierTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("netdsl-verifier-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task A_text_equal_to_its_snapshot_passes()
    {
        Write("C.M.verified.py", "a = 1\n");

        await Verify("a = 1\n");
    }

    [Fact]
    public async Task A_snapshot_checked_out_with_CRLF_is_read_as_LF()
    {
        Write("C.M.verified.py", "a = 1\r\nb = 2\r\n");

        await Verify("a = 1\nb = 2\n");
    }

    [Fact]
    public async Task Passing_deletes_the_received_file_of_an_earlier_run()
    {
        Write("C.M.verified.py", "a = 1\n");
        Write("C.M.received.py", "a = 2\n");

        await Verify("a = 1\n");

        Assert.False(Has("C.M.received.py"));
    }

    [Fact]
    public async Task A_text_without_a_snapshot_fails_as_new()
    {
        var failure = await Fails(Verify("a = 1\n"));

        Assert.Equal(
            """
            Directory: snapshots
            New:
              - Received: C.M.received.py
                Verified: C.M.verified.py

            FileContent:

            @ line 1
            + a = 1
            +

            Accept it:   cp 'snapshots/C.M.received.py' 'snapshots/C.M.verified.py'
            Accept all:  scripts/update-snapshots.sh
            """,
            failure.Replace("+ \n", "+\n", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_different_text_fails_with_the_lines_that_differ()
    {
        Write("C.M.verified.py", "1\n2\n3\n4\n5\n6\n7\n");

        var failure = await Fails(Verify("1\n2\n3\nfour\n5\n6\n7\n"));

        Assert.Contains("NotEqual:\n", failure, StringComparison.Ordinal);
        Assert.Contains("@ line 4\n  2\n  3\n- 4\n+ four\n  5\n  6\n\n", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_difference_is_cut()
    {
        Write("C.M.verified.py", "\n");

        var failure = await Fails(Verify(string.Join('\n', Enumerable.Range(1, 500)) + "\n"));

        Assert.Contains("\n+ 12\n+ ... 488 more lines\n", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_text_is_kept_beside_the_snapshot()
    {
        await Fails(Verify("a = 1\n"));

        Assert.Equal("a = 1\n", Read("C.M.received.py"));
    }

    [Fact]
    public async Task A_failing_text_leaves_the_snapshot_alone()
    {
        Write("C.M.verified.py", "a = 1\n");

        await Fails(Verify("a = 2\n"));

        Assert.Equal("a = 1\n", Read("C.M.verified.py"));
    }

    [Fact]
    public async Task A_text_with_CR_fails_and_names_its_line()
    {
        Write("C.M.verified.py", "a = 1\nb = 2\n");

        var failure = await Fails(Verify("a = 1\nb = 2\r\n"));

        Assert.StartsWith("C.M: line 2 of the received text ends in CR", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_writes_the_snapshot()
    {
        await Fails(Verify("a = 1\n", Accepting()));

        Assert.Equal("a = 1\n", Read("C.M.verified.py"));
    }

    [Fact]
    public async Task The_run_that_accepts_still_fails()
    {
        var failure = await Fails(Verify("a = 1\n", Accepting()));

        Assert.Contains("Accepted: snapshots/C.M.verified.py", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_after_accepting_passes()
    {
        await Fails(Verify("a = 1\n", Accepting()));

        await Verify("a = 1\n");
    }

    [Fact]
    public async Task CI_never_accepts_even_when_asked_to()
    {
        await Fails(Verify("a = 1\n", Folder(("CI", "true"), ("NETDSL_ACCEPT_SNAPSHOTS", "1"))));

        Assert.False(Has("C.M.verified.py"));
    }

    [Fact]
    public async Task Snapshots_are_written_without_a_byte_order_mark()
    {
        await Fails(Verify("a = 1\n", Accepting()));

        Assert.Equal("a = 1\n"u8.ToArray(), await File.ReadAllBytesAsync(PathOf("C.M.verified.py")));
    }

    [Theory]
    [InlineData("python", 2)]
    public async Task Parameters_are_part_of_the_name(string format, int blocks)
    {
        Write("C.M_format=python_blocks=2.verified.py", "a = 1\n");

        await Verify("a = 1\n").UseParameters(format, blocks);
    }

    [Theory]
    [InlineData("python")]
    public async Task A_test_with_parameters_must_name_them(string format)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Verify(format));

        Assert.Contains("UseParameters", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_can_stand_for_the_parameters()
    {
        Write("C.M_second.verified.py", "a = 1\n");

        await Verify("a = 1\n").UseTextForParameters("second");
    }

    [Fact]
    public async Task Awaiting_twice_compares_once()
    {
        var comparison = Verify("a = 1\n", Accepting());
        await Fails(comparison);

        await Fails(comparison);
    }

    [Fact]
    public void Verify_is_refused_outside_of_a_test()
    {
        var failure = Assert.Throws<InvalidOperationException>(static () => Helper());

        Assert.StartsWith("VerifierTests.Helper is no test", failure.Message, StringComparison.Ordinal);
    }

    private static void Helper() => Verifier.Verify("text");

    private static async Task<string> Fails(SettingsTask comparison) =>
        (await Assert.ThrowsAsync<VerifyException>(async () => await comparison)).Message;

    private SettingsTask Verify(string text, SnapshotFolder? folder = null, [CallerMemberName] string test = "") =>
        new(text, "C.M", "py", Method(test), folder ?? Folder());

    private static MethodInfo Method(string name) => TestMethods.Find(nameof(VerifierTests), name)!;

    private SnapshotFolder Accepting() => Folder(("NETDSL_ACCEPT_SNAPSHOTS", "1"));

    private SnapshotFolder Folder(params (string Name, string Value)[] variables) =>
        SnapshotFolder.From(root, "snapshots", name => variables.FirstOrDefault(item => item.Name == name).Value);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(root, "snapshots"));
        File.WriteAllText(PathOf(name), text);
    }

    private string Read(string name) => File.ReadAllText(PathOf(name));

    private bool Has(string name) => File.Exists(PathOf(name));

    private string PathOf(string name) => Path.Combine(root, "snapshots", name);
}
