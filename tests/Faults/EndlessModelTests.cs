using System.Diagnostics;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>Models that never end, or that want more memory than there is.</summary>
public sealed class EndlessModelTests : ToolFixture
{
    private const string Endless = """
        using NetDsl;
        return NetDslCli.Run(args, () =>
        {
            Console.WriteLine("recording");
            while (true) { }
        });
        """;

    [UnixFact]
    public void A_model_without_end_is_given_up_after_the_timeout()
    {
        WriteCompiled(Endless);

        var (code, _, error) = Shell("netdsl emit model.cs --timeout 1");

        Assert.Equal(1, code);
        Assert.Contains(
            """
            netdsl : error ND0140: the command did not end within 1 s
              look for a loop without end in the model, or give it more time with --timeout

            """.ReplaceLineEndings("\n"),
            error,
            StringComparison.Ordinal
        );
    }

    [UnixFact]
    public void A_model_that_is_given_up_leaves_the_old_file_alone_and_the_report_whole()
    {
        WriteCompiled(Endless);
        Write("net.py", "old");

        Shell("netdsl emit model.cs -o net.py --timeout 1 --diagnostics json --diagnostics-out report.json");

        Assert.Equal("old", Read("net.py"));
        Assert.Contains("\"ND0140\"", Read("report.json"), StringComparison.Ordinal);
        Assert.Equal(["model.cs", "net.py", "report.json"], Files);
    }

    [UnixFact]
    public void A_template_that_calls_itself_without_end_is_given_up_after_the_timeout()
    {
        WriteSmallModel();
        Write("frame.sbn", "{{ func f(n) }}{{ if n > 0 }}{{ f n-1 }}{{ f n-1 }}{{ end }}{{ end }}{{ f 90 }}");
        Write("net.py", "old");

        var (code, _, error) = Shell("netdsl emit model.cs --template frame.sbn -o net.py --timeout 1");

        Assert.Equal(1, code);
        Assert.StartsWith("netdsl : error ND0140: ", error, StringComparison.Ordinal);
        Assert.Equal("old", Read("net.py"));
    }

    [UnixFact]
    public void A_model_that_ends_in_time_is_emitted()
    {
        WriteSmallModel();

        Assert.Equal((0, SmallConfig, ""), Shell("netdsl emit model.cs --timeout 100"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("604801")]
    [InlineData("soon")]
    public void A_timeout_is_a_number_of_seconds(string seconds)
    {
        Assert.Equal(64, Run("emit", "model.cs", "--timeout", seconds));
        Assert.Contains($"'{seconds}' is not a value of --timeout", Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_model_that_allocates_without_end_is_told_with_its_line()
    {
        WriteCompiled(
            """
            using NetDsl;
            return NetDslCli.Run(args, () =>
            {
                var all = new List<int[]>();
                while (true)
                {
                    all.Add(new int[100_000]);
                }
            });
            """
        );

        var (code, _, error) = Shell("DOTNET_GCHeapHardLimit=0x8000000 netdsl emit model.cs");

        Assert.Equal(1, code);
        Assert.StartsWith(
            "model.cs(7,9): error ND0103: the model threw System.OutOfMemoryException",
            error,
            StringComparison.Ordinal
        );
    }

    [SignalTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Ctrl_C_and_other_requests_to_end_leave_the_old_file_alone(string signal)
    {
        WriteCompiled(Endless);
        Write("net.py", "old");
        using var tool = Start("emit", "model.cs", "-o", "net.py");
        Assert.Equal("recording", tool.StandardError.ReadLine());

        using var kill = Process.Start("/bin/sh", ["-c", FormattableString.Invariant($"kill -{signal} {tool.Id}")]);
        tool.WaitForExit();

        Assert.Equal(130, tool.ExitCode);
        Assert.Equal("old", Read("net.py"));
        Assert.Equal(["model.cs", "net.py"], Files);
    }
}
