using System.Diagnostics;
using Xunit;

namespace NetDsl.Tests.Faults;

/// <summary>A disk that is soon full: in memory, mounted over a folder until it is disposed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> whyNot = new(FindWhyNot);

    private readonly string folder;

    public SmallDisk(string folder, int kilobytes, bool isReadOnly = false)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        var options = FormattableString.Invariant($"size={kilobytes}k{(isReadOnly ? ",ro" : "")}");
        Assert.Equal(0, Execute("mount", "-t", "tmpfs", "-o", options, "tmpfs", this.folder));
    }

    /// <summary>Why there can be none here; null if there can.</summary>
    public static string? WhyNot => whyNot.Value;

    public void Dispose() => Execute("umount", "-l", folder);

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "this is not Linux";
        }

        var trial = Directory.CreateTempSubdirectory("netdsl-test-").FullName;
        var mounts = Execute("mount", "-t", "tmpfs", "tmpfs", trial) == 0 && Execute("umount", trial) == 0;
        Directory.Delete(trial);
        return mounts ? null : "no disk can be mounted here: that takes root";
    }

    private static int Execute(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
