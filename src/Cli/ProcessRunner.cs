using System.Runtime.InteropServices;

namespace NetDsl.Cli;

/// <summary>
/// Runs the command line as a process: signals end it with 130, whatever model code does meanwhile.
/// Model code cannot be stopped, so the work is a background thread, and the process leaves without it.
/// </summary>
internal static class ProcessRunner
{
    /// <summary>The stack of threads that run commands: models may be deep.</summary>
    public const int StackSize = 16 * 1024 * 1024;

    public static int Run(string[] args, IReadOnlyList<Delegate>? models)
    {
        using var cancellation = new CancellationTokenSource();
        var interrupted = new TaskCompletionSource();
        var done = new TaskCompletionSource<int>();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);

        var host = CliHost.OfProcess(cancellation);
        var work = new Thread(() => done.SetResult(new CliApplication(host, models).Run(args)), StackSize)
        {
            IsBackground = true,
            Name = "netdsl",
        };
        work.Start();
        if (Task.WaitAny(done.Task, interrupted.Task) == 0)
        {
            return done.Task.Result;
        }

        // Never left again: a write under way has cleaned up by now, and none can begin.
        host.WriteGate.Enter();
        return ExitCode.Interrupted;

        void Interrupt(PosixSignalContext context)
        {
            // The second signal has its usual effect.
            context.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
            interrupted.TrySetResult();
        }
    }
}
