using System.Runtime.CompilerServices;
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
    [OverloadResolutionPriority(1)]
    public static int Run(string[] args, params Func<Net>[] models) => Run(args, (Delegate[])models);

    /// <summary>
    /// Runs the verbs of <c>netdsl</c> on models of which some have parameters, such as
    /// <c>static Net Tagger(int layers = 6, double dropout = 0.1)</c>. The command line gives them values:
    /// <c>netdsl emit model.cs --param layers=12</c>.
    /// </summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="models">Functions that record a net each. Parameters are texts, numbers, truth values or members of enums.</param>
    /// <returns>The exit code for the program.</returns>
    public static int Run(string[] args, params Delegate[] models)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(models);
        return ModelCapture.TryTake(models) ? ExitCode.Done : ProcessRunner.Run(args, models);
    }
}
