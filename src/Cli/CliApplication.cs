using System.CommandLine;
using System.Text;

namespace NetDsl.Cli;

/// <summary>The command line in one process or one test: from arguments to an exit code.</summary>
/// <param name="host">The world.</param>
/// <param name="models">A script's own models; null for the tool, whose verbs take a MODEL.</param>
internal sealed class CliApplication(CliHost host, IReadOnlyList<Delegate>? models)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(IReadOnlyList<string> args)
    {
        var globals = new GlobalOptions();
        var root = new RootCommand("Records neural networks in C# and emits RETURNN configs.") { HelpName = "netdsl" };
        globals.AddTo(root);
        root.Add(EmitVerb.Create(host, globals, models));
        if (models is null)
        {
            root.Add(EmitVerb.CreateWatch(host, globals));
        }

        root.Add(CheckVerb.Create(host, globals, models));
        root.Add(StatsVerb.Create(host, globals, models));
        root.Add(VerifyVerb.Create(host, globals, models));
        root.Add(ImportVerb.Create(host, globals));
        root.Add(NewVerb.Create(host, globals));
        root.Add(ListVerb.Create(host, globals, models));
        root.Add(HashVerb.Create(host, globals, models));
        root.Add(DiffVerb.Create(host, globals, models));
        root.Add(GraphVerb.Create(host, globals, models));
        root.Add(ExplainVerb.Create(host, globals));
        root.Add(CompletionVerb.Create(host, globals));

        var result = root.Parse(
            OptionalValues.WriteOut(args),
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        if (UsageErrors.First(result) is { } error)
        {
            new TextDiagnosticWriter(new DisplayPath(host.CurrentDirectory), colored: false).Write([error], host.Error);
            return ExitCode.Usage;
        }

        using var output = new StringWriter { NewLine = "\n" };
        var code = result.Invoke(
            new InvocationConfiguration
            {
                Output = output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }
        );
        return output.GetStringBuilder().Length == 0 ? code : WriteOut(output.ToString(), code);
    }

    /// <summary>Brings what the parser printed, such as help, to standard output.</summary>
    private int WriteOut(string text, int code) =>
        new CommandRunner(host, new GlobalSettings()).Run(_ =>
        {
            StandardOutput.Write(host, utf8.GetBytes(text.ReplaceLineEndings("\n")));
            return code;
        });
}
