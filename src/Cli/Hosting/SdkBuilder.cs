using System.Diagnostics;

namespace NetDsl.Cli;

/// <summary>Builds a project, or a script with directives that only the SDK honours, with <c>dotnet build</c>.</summary>
internal sealed class SdkBuilder(CliHost host)
{
    /// <summary>The full path of the assembly that was built.</summary>
    /// <exception cref="ModelException">There is no SDK, or the build failed; with what it said.</exception>
    public string Build(string fullPath, string shown)
    {
        var dotnet = FindDotnet() ?? throw ToolDiagnostics.SdkMissing(shown).ToException();
        using var process = Process.Start(StartInfo(dotnet, fullPath))!;
        using var kill = host.Cancellation.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        host.Cancellation.ThrowIfCancellationRequested();

        // With -getProperty the build's own output is its errors, and they are on standard error.
        var target = output.Result.Trim();
        var said = errors.Result.Trim();
        if (process.ExitCode == 0 && File.Exists(target))
        {
            return target;
        }

        throw BuildOutput.IsNoSdk(said)
            ? ToolDiagnostics.SdkMissing(shown).ToException()
            : new ModelException(BuildOutput.Errors(shown, process.ExitCode == 0 ? NoTarget(target) : said));
    }

    private static string NoTarget(string target) =>
        target.Length == 0
            ? "it has no one output; name a single target framework in TargetFramework"
            : $"it did not make '{target}'";

    private ProcessStartInfo StartInfo(string dotnet, string fullPath)
    {
        var start = new ProcessStartInfo(dotnet)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // global.json is looked for from here.
            WorkingDirectory = Path.GetDirectoryName(fullPath),
        };
        string[] arguments =
        [
            "build",
            fullPath,
            "--configuration",
            "Release",
            "-nologo",
            "-t:Build",
            "-getProperty:TargetPath",
            "-p:UseSharedCompilation=false",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in host.Environment)
        {
            // Run from within a build, that one's settings are not this one's.
            if (!name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment[name] = value;
            }
        }

        // Servers would outlive the build and keep its output open: reading it would not end. This one is no option
        // (-nodeReuse:false), for with options of MSBuild dotnet build takes a script for a project.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private string? FindDotnet()
    {
        var file = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (host.Variable("DOTNET_HOST_PATH") is { } running && File.Exists(running))
        {
            return running;
        }

        string?[] folders = [host.Variable("DOTNET_ROOT"), .. (host.Variable("PATH") ?? "").Split(Path.PathSeparator)];
        return folders
            .Where(folder => folder is not null && Path.IsPathFullyQualified(folder))
            .Select(folder => Path.Combine(folder!, file))
            .FirstOrDefault(File.Exists);
    }
}
