using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>import</c> on the command line.</summary>
internal static partial class ImportVerb
{
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var config = new Argument<string>("CONFIG") { Description = "A config (.py, .config, .json)." };
        var output = FilePath.Of("--output", "Write to FILE instead of standard output.", "-o");
        var force = Flag.Of("--force", "Replace FILE if it is there.");
        var inNamespace = new Option<string?>("--namespace")
        {
            Description = "Write a class in this namespace, for a project, instead of a file that runs by itself.",
            HelpName = "NAME",
        };
        inNamespace.Validators.Add(RejectNoNamespace);

        var command = new Command("import", "Turn a config into a C# model that emits it again.")
        {
            config,
            output,
            force,
            inNamespace,
        };
        globals.Guard(command);
        command.SetAction(result =>
        {
            var import = new ImportSettings(
                result.GetValue(config)!,
                result.GetValue(output),
                result.GetValue(force),
                result.GetValue(inNamespace)
            );
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([import.Config], [import.Output]),
                settings => new ImportCommand(host, settings, import).Run
            );
        });
        return command;
    }

    private static void RejectNoNamespace(OptionResult result)
    {
        if (result.Tokens is [var token] && !Namespace().IsMatch(token.Value))
        {
            result.AddError($"'{token.Value}' in --namespace is not a namespace such as Nets.Imported");
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$")]
    private static partial Regex Namespace();
}
