using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>Tools that are killed while they write, and tools that write the same file at once.</summary>
public sealed class InterruptedWriteTests : ToolFixture
{
    [UnixFact]
    public void A_tool_killed_while_it_writes_leaves_the_old_file_or_the_new_one()
    {
        const int length = 60_000_000;
        WriteCompiled(
            $$"""
            using NetDsl;
            return NetDslCli.Run(args, () =>
            {
                var net = new Net("large");
                var x = net.Input("data", [Dim.Batch, Dim.Feature("in", 3)]);
                net.Output(Layer.Raw("eval", [x], x.Dims, OptionValue.Dict(("eval", new string('x', {{length}})))));
                return net;
            });
            """
        );
        Write("net.py", "old");
        using var tool = Start("emit", "model.cs", "-o", "net.py");
        while (Files.Length == 2 && !tool.HasExited)
        {
            Thread.Sleep(1);
        }

        tool.Kill();
        tool.WaitForExit();

        Assert.True(
            Read("net.py") is "old" or { Length: > length } and [.., '\n'],
            $"The file has {new FileInfo(PathOf("net.py")).Length} bytes."
        );
    }

    [UnixFact]
    public void Tools_that_write_the_same_file_and_cache_at_once_all_succeed()
    {
        WriteSmallModel();
        Directory.Delete(PathOf("home/.cache"), recursive: true);

        var (_, output, error) = Shell(
            "for i in 1 2; do { netdsl emit model.cs -o net.py; echo \"exit $?\"; } & done; wait"
        );

        Assert.Equal(("exit 0\nexit 0\n", ""), (output, error));
        Assert.Equal(SmallConfig, Read("net.py"));
        Assert.Equal(["model.cs", "net.py"], Files);
        Assert.Single(Directory.GetFileSystemEntries(PathOf("home/.cache/netdsl")));
    }
}
