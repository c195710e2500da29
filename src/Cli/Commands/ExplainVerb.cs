using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>explain</c> on the command line.</summary>
internal static class ExplainVerb
{
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var code = new Argument<string?>("CODE")
        {
            Description = "The code of a diagnostic; without one all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "CODE",
        };
        code.CompletionSources.Add([.. DiagnosticTexts.Codes]);
        code.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && DiagnosticTexts.Find(token.Value.ToUpperInvariant()) is null)
            {
                var near = Spelling.Nearest(token.Value, DiagnosticTexts.Codes);
                var meant = near is [] ? "" : $"; did you mean {string.Join(", ", near)}?";
                result.AddError($"there is no diagnostic '{token.Value}'{meant} (netdsl explain lists all)");
            }
        });

        var command = new Command("explain", "Say more about a diagnostic.") { code };
        globals.Guard(command);
        command.SetAction(result =>
            new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([], []),
                _ => new ExplainCommand(host, result.GetValue(code)?.ToUpperInvariant()).Run
            )
        );
        return command;
    }
}
