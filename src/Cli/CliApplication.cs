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
        AddVerbs(root, globals, args is [var first, ..] ? first : "");

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

    // The options of a verb take time to make: if the line begins with a verb, it is the only one.
    private void AddVerbs(RootCommand root, GlobalOptions globals, string first)
    {
        (string Name, Func<Command> Create)[] verbs =
        [
            ("emit", () => EmitVerb.Create(host, globals, models)),
            ("watch", () => EmitVerb.CreateWatch(host, globals)),
            ("check", () => CheckVerb.Create(host, globals, models)),
            ("stats", () => StatsVerb.Create(host, globals, models)),
            ("verify", () => VerifyVerb.Create(host, globals, models)),
            ("import", () => ImportVerb.Create(host, globals)),
            ("new", () => NewVerb.Create(host, globals)),
            ("list", () => ListVerb.Create(host, globals, models)),
            ("hash", () => HashVerb.Create(host, globals, models)),
            ("diff", () => DiffVerb.Create(host, globals, models)),
            ("graph", () => GraphVerb.Create(host, globals, models)),
            ("explain", () => ExplainVerb.Create(host, globals)),
            ("completion", () => CompletionVerb.Create(host, globals)),
        ];
        // A script cannot watch itself.
        var known = Array.FindAll(verbs, verb => verb.Name != "watch" || models is null);
        var asked = Array.FindAll(known, verb => verb.Name == first);
        foreach (var (_, create) in asked.Length == 0 ? known : asked)
        {
            root.Add(create());
        }
    }

    /// <summary>Brings what the parser printed, such as help, to standard output.</summary>
    private int WriteOut(string text, int code) =>
        new CommandRunner(host, new GlobalSettings()).Run(_ =>
        {
            StandardOutput.Write(host, utf8.GetBytes(text.ReplaceLineEndings("\n")));
            return code;
        });
}
