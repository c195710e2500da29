using System.Diagnostics;
using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Tests.Cli;

namespace NetDsl.Tests.Faults;

/// <summary>The built tool as a process of its own, in a folder of its own.</summary>
public abstract class ToolFixture : CliFixture
{
    /// <summary>The model <see cref="Small"/> as a file.</summary>
    private protected const string SmallModel = """
        using NetDsl;
        return NetDslCli.Run(args, Small);
        static Net Small()
        {
            var net = new Net("small");
            net.Output(net.Input("data", [Dim.Batch, Dim.Feature("in", 3)]) * 2.0);
            return net;
        }
        """;

    /// <summary>What the tool writes for <see cref="WriteSmallModel"/>.</summary>
    private protected static string SmallConfig { get; } = ConfigEmitter.Emit(Small(), new EmitOptions()).Text;

    private protected string[] Files =>
        [.. Directory.GetFiles(PathOf(".")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private protected void WriteSmallModel() => WriteCompiled(SmallModel);

    /// <summary>Writes <c>model.cs</c>, compiled already, for the compiler takes longest of all.</summary>
    private protected void WriteCompiled(string text)
    {
        var script = CompiledModels.Compile(Host, Write("model.cs", text));
        ScriptCache.Of(Host).Keep(ScriptCache.KeyOf(ScriptSource.Read(Host, "model.cs")), script);
    }

    /// <summary>Starts the tool.</summary>
    private protected Process Start(params string[] args)
    {
        var start = StartInfo(Dotnet);
        start.ArgumentList.Add(Tool);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a line of the shell, where <c>netdsl</c> is the tool.</summary>
    private protected (int Code, string Output, string Error) Shell(string line)
    {
        var start = StartInfo("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"netdsl() {{ '{Dotnet}' '{Tool}' \"$@\"; }}\n{line}\n");
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output.Result, error);
    }

    private static Net Small()
    {
        var net = new Net("small");
        net.Output(net.Input("data", [Dim.Batch, Dim.Feature("in", 3)]) * 2.0);
        return net;
    }

    private static string Dotnet =>
        Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet";

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "netdsl.dll");

    private ProcessStartInfo StartInfo(string file)
    {
        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = Host.CurrentDirectory,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Host.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
