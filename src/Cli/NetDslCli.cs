using NetDsl.Cli;

namespace NetDsl;

/// <summary>The command line of a model file: the last line of a file-based model, and how the tool finds its models.</summary>
public static class NetDslCli
{
    /// <summary>
    /// Runs the verbs of <c>netdsl</c> on these models, as in <c>./model.cs emit -o net.py</c>.
    /// Under <c>netdsl emit model.cs</c> it hands the models to the tool instead, and <paramref name="args"/> is not used.
    /// </summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="models">Each records one net; the net's name is the model's name.</param>
    /// <returns>The exit code for the program.</returns>
    public static int Run(string[] args, params Func<Net>[] models)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(models);
        return ModelCapture.TryTake(models) ? ExitCode.Done : ProcessRunner.Run(args, models);
    }
}
