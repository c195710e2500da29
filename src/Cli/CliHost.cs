using System.Collections;
using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>All that a command may touch of the world around it, so that a test can be that world.</summary>
internal sealed record CliHost
{
    /// <summary>Standard output as bytes: nothing but the artefact, or the help that was asked for.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: diagnostics, progress, and what model code prints.</summary>
    public required TextWriter Error { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public required string CurrentDirectory { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>Ends the work from within, as a signal does from outside.</summary>
    public Action Cancel { get; init; } = () => { };

    public Func<Net, EmitOptions, Emission> Emitter { get; init; } = ConfigEmitter.Emit;

    /// <summary>
    /// Held while output is written. Who holds it after a cancellation knows that no write is half done and none begins.
    /// </summary>
    public Lock WriteGate { get; } = new();

    /// <summary>Called with the temporary file when it is complete, before it takes the target's place.</summary>
    public Action<string> BeforeReplace { get; init; } = _ => { };

    /// <summary>The real process.</summary>
    public static CliHost OfProcess(CancellationTokenSource cancellation)
    {
        var environment = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
        foreach (DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
        {
            environment[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return new CliHost
        {
            Output = Console.OpenStandardOutput(),
            Error = OpenError(),
            ErrorIsTerminal = !Console.IsErrorRedirected,
            CurrentDirectory = System.Environment.CurrentDirectory,
            Environment = environment,
            Cancellation = cancellation.Token,
            Cancel = cancellation.Cancel,
        };
    }

    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>The value of a variable, or null if it is unset or empty.</summary>
    public string? Variable(string name) =>
        Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static TextWriter OpenError()
    {
        if (OperatingSystem.IsWindows() && !Console.IsErrorRedirected)
        {
            // A Windows console has a code page of its own; only its writer knows it.
            return Console.Error;
        }

        // What cannot be told is not told: the exit code still says how it went, and the work is not lost.
        var writer = new StreamWriter(new UnfailingStream(Console.OpenStandardError()), new UTF8Encoding(false))
        {
            AutoFlush = true,
            NewLine = "\n",
        };
        return TextWriter.Synchronized(writer);
    }
}
