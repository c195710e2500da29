using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>diff</c> on the command line.</summary>
internal sealed class DiffVerb
{
    private readonly Argument<string> old = new("OLD") { Description = "A model or a config." };

    private readonly Argument<string> @new = new("NEW") { Description = "Another one, or the same after a change." };

    private readonly Option<string[]> models = new("--model")
    {
        Description = "Which of several models.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> exitCode = Flag.Of("--exit-code", "Exit with 2 if they differ.");

    private readonly Option<bool> breaking = Flag.Of(
        "--breaking",
        "Only what stops a checkpoint of OLD from being loaded, with a map of names."
    );

    private readonly Option<bool> json = Flag.Of("--json", "Print JSON.");

    private DiffVerb() { }

    /// <summary>The verb; the new net is the script's own if the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new DiffVerb();
        var command = new Command("diff", "Say what tells two nets apart.") { verb.old };
        if (given is null)
        {
            command.Add(verb.@new);
        }

        Option[] options = [verb.models, verb.exitCode, verb.breaking, verb.json];
        foreach (var option in options)
        {
            command.Add(option);
        }

        globals.Guard(command);
        command.SetAction(result =>
        {
            var diff = new DiffSettings(
                result.GetValue(verb.old)!,
                given is null ? result.GetValue(verb.@new) : null,
                [.. result.GetValue(verb.models) ?? []]
            )
            {
                ExitsWithDifference = result.GetValue(verb.exitCode),
                IsBreaking = result.GetValue(verb.breaking),
                IsJson = result.GetValue(verb.json),
            };
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([diff.Old, diff.New], []),
                settings =>
                    new DiffCommand(
                        host,
                        diff,
                        new NetInput(host, new ModelSource(host, settings, null)),
                        new NetInput(host, new ModelSource(host, settings, given))
                    ).Run
            );
        });
        return command;
    }
}
