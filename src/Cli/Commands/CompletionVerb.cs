using System.CommandLine;
using System.Text;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>completion</c> on the command line.</summary>
internal static class CompletionVerb
{
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh.", HelpName = "SHELL" };
        shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !CompletionScripts.Shells.Contains(token.Value))
            {
                result.AddError(
                    $"there is no script for '{token.Value}': a shell is one of {string.Join(", ", CompletionScripts.Shells)}"
                );
            }
        });

        var command = new Command("completion", "Print a script that completes words in a shell.") { shell };
        globals.Guard(command);
        command.SetAction(result =>
            new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([], []),
                _ =>
                    report =>
                    {
                        var text = CompletionScripts.Of(result.GetValue(shell)!);
                        StandardOutput.Write(host, Encoding.UTF8.GetBytes(text));
                        return report.Outcome;
                    }
            )
        );
        return command;
    }
}
