namespace NetDsl.Cli;

/// <summary>
/// While model code runs: what it prints to <see cref="Console.Out"/> goes to standard error, for standard output is the
/// artefact's, and a program that ends the process does not end it with success.
/// </summary>
internal sealed class ModelScope : IDisposable
{
    private readonly CliHost host;
    private readonly TextWriter output;

    public ModelScope(CliHost host)
    {
        this.host = host;
        output = Console.Out;
        Console.SetOut(host.Error);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        Console.SetOut(output);
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (!host.Cancellation.IsCancellationRequested)
        {
            var paths = new DisplayPath(host.CurrentDirectory);
            new TextDiagnosticWriter(paths, colored: false).Write([ToolDiagnostics.ModelEndedProcess()], host.Error);
            Environment.ExitCode = ExitCode.Errors;
        }
    }
}
