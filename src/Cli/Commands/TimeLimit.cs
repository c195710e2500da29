namespace NetDsl.Cli;

/// <summary>
/// Ends a command that takes too long. Model code cannot be stopped, so the work is a background thread, and the process leaves
/// without it.
/// </summary>
internal sealed class TimeLimit(CliHost host, TimeSpan limit)
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">Returns its exit code.</param>
    /// <param name="late">Tells that it did not end in time.</param>
    public int Run(Func<int> command, CommandRunner late)
    {
        var code = ExitCode.Bug;
        var work = new Thread(() => code = command(), ProcessRunner.StackSize)
        {
            IsBackground = true,
            Name = "netdsl work",
        };
        work.Start();
        if (work.Join(limit))
        {
            return code;
        }

        // Never left again: no write is half done now, and none can begin.
        host.WriteGate.Enter();
        if (work.Join(TimeSpan.Zero))
        {
            return code;
        }

        var outcome = late.Run(_ => throw ToolDiagnostics.OutOfTime(limit).ToException());
        host.Cancel();
        return outcome;
    }
}
