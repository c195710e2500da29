using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>Standard streams and pipes that are full, closed, or left by their reader.</summary>
public sealed class StreamFaultTests : ToolFixture
{
    [UnixFact]
    public void A_full_disk_behind_standard_output_is_an_error()
    {
        WriteSmallModel();

        var (code, _, error) = Shell("netdsl emit model.cs > /dev/full");

        Assert.Equal(
            (1, "netdsl : error ND0114: 'standard output' cannot be written: No space left on device\n"),
            (code, error)
        );
    }

    [UnixFact]
    public void A_closed_standard_output_is_an_error()
    {
        WriteSmallModel();

        var (code, _, error) = Shell("netdsl emit model.cs >&-");

        Assert.Equal(1, code);
        Assert.StartsWith("netdsl : error ND0114: 'standard output'", error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_full_disk_behind_standard_error_does_not_end_the_work()
    {
        WriteCompiled(
            SmallModel.Replace(
                "return NetDslCli",
                "Console.WriteLine(\"recording\");\nreturn NetDslCli",
                StringComparison.Ordinal
            )
        );

        var (code, output, _) = Shell("netdsl emit model.cs 2> /dev/full");

        Assert.Equal((0, SmallConfig), (code, output));
    }

    [UnixFact]
    public void Without_standard_error_the_exit_code_still_tells_of_errors() =>
        Assert.Equal(1, Shell("netdsl emit missing.cs 2>&-").Code);

    [UnixFact]
    public void A_reader_that_has_seen_enough_is_no_error()
    {
        WriteSmallModel();

        var (_, output, error) = Shell("{ netdsl emit model.cs; echo \"exit $?\" >&2; } | head -n 1");

        Assert.Equal(("#!rnn.py\n", "exit 0\n"), (output, error));
    }

    [UnixFact]
    public void A_named_pipe_gets_the_whole_config()
    {
        WriteSmallModel();

        var (_, output, _) = Shell("mkfifo pipe && { cat pipe & netdsl emit model.cs -o pipe; wait; }");

        Assert.Equal(SmallConfig, output);
    }
}
