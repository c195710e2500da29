using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>stats</c> on the command line.</summary>
internal sealed class StatsVerb
{
    private readonly Argument<string> input = new("MODEL")
    {
        Description = "A model (.cs, .csproj, folder, .dll) or a config (.py, .config, .json).",
    };

    private readonly Option<string[]> models = new("--model")
    {
        Description = "Which of several models.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> json = Flag.Of("--json", "Print JSON, with the dims of each layer.");

    private StatsVerb() { }

    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new StatsVerb();
        var command = new Command("stats", "Count layers and parameters.");
        if (given is null)
        {
            command.Add(verb.input);
        }

        command.Add(verb.models);
        command.Add(verb.json);
        globals.Guard(command);
        command.SetAction(result =>
        {
            var stats = new StatsSettings(
                given is null ? result.GetValue(verb.input) : null,
                [.. result.GetValue(verb.models) ?? []],
                result.GetValue(verb.json)
            );
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([stats.Input], []),
                settings => new StatsCommand(host, stats, new ModelSource(host, settings, given)).Run
            );
        });
        return command;
    }
}
