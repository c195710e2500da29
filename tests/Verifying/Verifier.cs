using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests;

/// <summary>
/// Snapshot tests in the call shape of Verify.Xunit: <c>await Verify(text, extension: "py");</c> compares the text with
/// <c>snapshots/Class.Method.verified.py</c>.
/// </summary>
/// <remarks>
/// A stand-in, kept in this one file. Moving to Verify.Xunit is: delete this file and <c>VerifierTests.cs</c>, add the package,
/// <c>global using static VerifyXunit.Verifier;</c>, and in a module initialiser <c>VerifierSettings.UseUtf8NoBom()</c> and
/// <c>Verifier.DerivePathInfo((_, root, type, method) => new(Path.Combine(root, "../snapshots"), type.Name, method.Name))</c>.
/// Not here: <c>UseDirectory</c> and <c>UseMethodName</c>, because every snapshot is to be found from the name of its test.
/// </remarks>
public static class Verifier
{
    /// <summary>
    /// Compares a text with the test's snapshot. Call it from the test itself: the snapshot is named after the calling method
    /// and after the calling file, which is named as its class.
    /// </summary>
    public static SettingsTask Verify(
        string? target,
        string extension = "txt",
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string testName = ""
    )
    {
        // Only the file's name counts: in a deterministic build its folder is not a real one.
        var className = Path.GetFileNameWithoutExtension(sourceFile);
        var test =
            TestMethods.Find(className, testName)
            ?? throw new InvalidOperationException(
                $"{className}.{testName} is no test: call Verify from the test itself, in a file named as its class."
            );
        var prefix = $"{className}.{testName}";
        return new SettingsTask(target ?? "null", prefix, extension, test, SnapshotFolder.OfRepository);
    }
}

/// <summary>A comparison that runs when it is awaited; the calls on it say how the snapshot is named.</summary>
public sealed class SettingsTask
{
    private readonly string received;
    private readonly string prefix;
    private readonly string extension;
    private readonly MethodInfo test;
    private readonly SnapshotFolder folder;
    private string suffix = "";
    private Task? run;

    internal SettingsTask(string received, string prefix, string extension, MethodInfo test, SnapshotFolder folder)
    {
        this.received = received;
        this.prefix = prefix;
        this.extension = extension;
        this.test = test;
        this.folder = folder;
    }

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    /// <summary>Names the snapshot after the values of the theory's first parameters.</summary>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        suffix = SnapshotName.Suffix(test, parameters);
        return this;
    }

    /// <summary>Names the snapshot after a text; also for a second snapshot of one test.</summary>
    public SettingsTask UseTextForParameters(string parametersText)
    {
        suffix = "_" + SnapshotName.Clean(parametersText);
        return this;
    }

    public Task ToTask() => run ??= Run();

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    private Task Run()
    {
        if (suffix.Length == 0 && test.GetParameters().Length > 0)
        {
            throw new InvalidOperationException($"{test.Name} has parameters: call UseParameters.");
        }

        var failure = folder.Compare(received, prefix + suffix, extension);
        return failure is null ? Task.CompletedTask : Task.FromException(new VerifyException(failure));
    }
}

/// <summary>The received text is not the verified one.</summary>
public sealed class VerifyException(string message) : Exception(message);

/// <summary>Where snapshots lie, and whether this run may accept what it received.</summary>
internal sealed record SnapshotFolder(string Root, string Folder, bool IsCi, bool Accepts)
{
    private const int LinesShown = 12;
    private const int LinesAround = 2;

    public static SnapshotFolder OfRepository { get; } =
        From(RepositoryFiles.Root, "snapshots", Environment.GetEnvironmentVariable);

    /// <summary>A folder under the rules that the environment sets: CI never accepts.</summary>
    public static SnapshotFolder From(string root, string folder, Func<string, string?> variable)
    {
        var isCi = variable("CI") is "true" or "True" or "1";
        return new(root, folder, isCi, !isCi && variable("NETDSL_ACCEPT_SNAPSHOTS") == "1");
    }

    /// <summary>Null if the text is the verified one, else what is to be told.</summary>
    public string? Compare(string received, string name, string extension)
    {
        if (received.Contains('\r', StringComparison.Ordinal))
        {
            return $"{name}: line {received.Split('\r')[0].Split('\n').Length} of the received text ends in CR; snapshots end lines in LF only.";
        }

        var verifiedFile = $"{name}.verified.{extension}";
        var receivedFile = $"{name}.received.{extension}";
        var verified = File.Exists(PathOf(verifiedFile))
            ? File.ReadAllText(PathOf(verifiedFile)).Replace("\r\n", "\n", StringComparison.Ordinal)
            : null;
        if (verified == received)
        {
            File.Delete(PathOf(receivedFile));
            return null;
        }

        Directory.CreateDirectory(Path.Combine(Root, Folder));
        File.WriteAllText(PathOf(Accepts ? verifiedFile : receivedFile), received);
        if (Accepts)
        {
            File.Delete(PathOf(receivedFile));
        }

        return $"""
            Directory: {Folder}
            {(verified is null ? "New:" : "NotEqual:")}
              - Received: {receivedFile}
                Verified: {verifiedFile}

            FileContent:

            {Difference(verified ?? "", received)}
            {Advice(receivedFile, verifiedFile)}
            """;
    }

    private string PathOf(string file) => Path.Combine(Root, Folder, file);

    private string Advice(string receivedFile, string verifiedFile)
    {
        if (Accepts)
        {
            return $"Accepted: {Folder}/{verifiedFile}. Look at it (git diff) and run the tests again.";
        }

        var advice = $"""
            Accept it:   cp '{Folder}/{receivedFile}' '{Folder}/{verifiedFile}'
            Accept all:  scripts/update-snapshots.sh
            """;
        return IsCi ? "CI accepts nothing. On your machine:\n" + advice : advice;
    }

    /// <summary>What lies between the first and the last line that differ, with a few lines around.</summary>
    private static string Difference(string verified, string received)
    {
        var before = verified.Length == 0 ? [] : verified.Split('\n');
        var after = received.Split('\n');
        var shorter = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < shorter && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var text = new StringBuilder().Append("@ line ").Append(start + 1).Append('\n');
        Show(text, "  ", before[Math.Max(0, start - LinesAround)..start]);
        Show(text, "- ", before[start..^end]);
        Show(text, "+ ", after[start..^end]);
        Show(text, "  ", after[^end..][..Math.Min(end, LinesAround)]);
        return text.ToString();
    }

    private static void Show(StringBuilder text, string mark, string[] lines)
    {
        foreach (var line in lines.Take(LinesShown))
        {
            text.Append(mark).Append(line).Append('\n');
        }

        if (lines.Length > LinesShown)
        {
            text.Append(mark).Append("... ").Append(lines.Length - LinesShown).Append(" more lines\n");
        }
    }
}
