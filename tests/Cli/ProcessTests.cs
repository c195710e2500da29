using System.Diagnostics;
using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

/// <summary>What only a real process can show.</summary>
[Collection("Console")]
public sealed class ProcessTests : CliFixture
{
    private const string EndlessModel = """
        using NetDsl;
        return NetDslCli.Run(args, () =>
        {
            Console.WriteLine("recording");
            Thread.Sleep(Timeout.Infinite);
            return new Net("endless");
        });
        """;

    [Fact]
    public void A_signal_ends_a_model_that_does_not_end_with_130()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var tool = StartEndlessModel();
        using var kill = Process.Start("sh", ["-c", FormattableString.Invariant($"kill -TERM {tool.Id}")]);
        tool.WaitForExit();

        Assert.Equal(130, tool.ExitCode);
    }

    [Fact]
    public void A_cached_script_does_not_load_the_compiler()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var source = ScriptSource.Read(Host, Write("model.cs", EndlessModel));
        ScriptCache
            .Of(Host)
            .Keep(ScriptCache.KeyOf(source), new RoslynCompiler().Compile(source, CancellationToken.None));

        using var tool = StartEndlessModel();
        var loaded = File.ReadAllText(FormattableString.Invariant($"/proc/{tool.Id}/maps"));
        tool.Kill();
        tool.WaitForExit();

        Assert.DoesNotContain("Microsoft.CodeAnalysis", loaded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_ends_the_process_does_not_end_it_with_success()
    {
        using var tool = StartModelThatExits();
        tool.WaitForExit();

        Assert.Equal(1, tool.ExitCode);
    }

    [Fact]
    public void A_model_that_ends_the_process_is_told()
    {
        using var tool = StartModelThatExits();

        Assert.Equal(
            "netdsl : error ND0119: the model ended the process; nothing was written",
            tool.StandardError.ReadLine()
        );
        tool.WaitForExit();
    }

    [Fact]
    public void A_model_that_ends_the_process_leaves_the_old_file_alone()
    {
        using var tool = StartModelThatExits();
        tool.WaitForExit();

        Assert.Equal("old", Read("net.py"));
    }

    /// <summary>Waits until the model's code runs.</summary>
    private Process StartEndlessModel()
    {
        Write("model.cs", EndlessModel);
        var tool = Start("emit", "model.cs");
        var line = tool.StandardError.ReadLine();
        if (line != "recording")
        {
            tool.Kill();
            Assert.Fail(line);
        }

        return tool;
    }

    private Process StartModelThatExits()
    {
        Write("net.py", "old");
        Write("model.cs", "using NetDsl;\nEnvironment.Exit(0);\nreturn NetDslCli.Run(args, () => new Net(\"a\"));\n");
        return Start("emit", "model.cs", "-o", "net.py");
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet"
        )
        {
            WorkingDirectory = Host.CurrentDirectory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = PathOf("home");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "netdsl.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }
}
