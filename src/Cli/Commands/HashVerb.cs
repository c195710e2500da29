using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>hash</c> on the command line.</summary>
internal sealed class HashVerb
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

    private readonly Option<string?> other = FilePath.Of(
        "--explain",
        "Say what makes the digest of FILE, a model or a config, another."
    );

    private readonly Option<bool> json = Flag.Of("--json", "Print JSON, with the digests of the net and of the rest.");

    private HashVerb() { }

    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new HashVerb();
        var command = new Command("hash", "Print a digest of what a config means, whatever its layout.");
        if (given is null)
        {
            command.Add(verb.input);
        }

        command.Add(verb.models);
        command.Add(verb.other);
        command.Add(verb.json);
        globals.Guard(command);
        command.SetAction(result =>
        {
            var hash = new HashSettings(
                given is null ? result.GetValue(verb.input) : null,
                [.. result.GetValue(verb.models) ?? []],
                result.GetValue(verb.other),
                result.GetValue(verb.json)
            );
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([hash.Input, hash.Other], []),
                settings =>
                    new HashCommand(
                        host,
                        hash,
                        new NetInput(host, new ModelSource(host, settings, given)),
                        new NetInput(host, new ModelSource(host, settings, null))
                    ).Run
            );
        });
        return command;
    }
}
