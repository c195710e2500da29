namespace NetDsl.Cli;

/// <summary>Emits and checks a model again whenever it is saved, until it is interrupted.</summary>
/// <param name="host">The world.</param>
/// <param name="globals">What every verb is told.</param>
/// <param name="settings">What <c>emit</c> is told.</param>
/// <param name="source">The same one for all times: what scripts refer to is read once.</param>
internal sealed class WatchCommand(CliHost host, GlobalSettings globals, EmitSettings settings, ModelSource source)
{
    /// <returns>Never, but by an exception: the exit code is that of an interruption.</returns>
    /// <exception cref="OperationCanceledException">The user has enough.</exception>
    public int Run(Report report)
    {
        var files = new WatchedFiles(host, settings.Model!);
        while (true)
        {
            // Before the work: what is saved meanwhile counts.
            var seen = files.Look();
            EmitOnce();
            if (!globals.Quiet)
            {
                host.Error.WriteLine($"netdsl: watching {settings.Model}; Ctrl-C ends it");
            }

            files.WaitForChange(seen);
        }
    }

    /// <summary>One time: the diagnostics are published, and whatever happened the next time comes.</summary>
    internal int EmitOnce()
    {
        var code = new CommandRunner(host, globals).Run(new EmitCommand(host, globals, settings, source).Run);
        host.Cancellation.ThrowIfCancellationRequested();
        return code;
    }
}
