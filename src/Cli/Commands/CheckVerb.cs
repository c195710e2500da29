using System.CommandLine;
using System.Globalization;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>check</c> on the command line.</summary>
internal sealed class CheckVerb
{
    private readonly Argument<string[]> inputs = new("MODEL")
    {
        Description = "Models (.cs, .csproj, folder, .dll) and configs (.py, .config, .json).",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> maxWarnings = new("--max-warnings")
    {
        Description = "Fail if there are more than N warnings.",
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }

            result.AddError($"'{text}' is not a value of --max-warnings, which is a whole number, 0 or more");
            return null;
        },
    };

    private CheckVerb() { }

    /// <summary>The verb, with MODEL arguments unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new CheckVerb();
        var command = new Command("check", "Find what is wrong with models and configs; write nothing.");
        if (given is null)
        {
            command.Add(verb.inputs);
        }

        command.Add(verb.maxWarnings);
        globals.Guard(command);
        command.SetAction(result =>
        {
            string[] named = given is null ? result.GetValue(verb.inputs) ?? [] : [];
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles(named, []),
                settings =>
                {
                    var check = new CheckSettings
                    {
                        Inputs = [.. named],
                        MaxWarnings = result.GetValue(verb.maxWarnings) ?? settings.MaxWarnings,
                    };
                    return new CheckCommand(host, check, new ModelSource(host, settings, given)).Run;
                }
            );
        });
        return command;
    }
}
