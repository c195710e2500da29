using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>list</c> on the command line.</summary>
internal static class ListVerb
{
    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var model = new Argument<string>("MODEL")
        {
            Description = "A .cs file, a .csproj, a folder with one, or a .dll.",
        };
        var json = Flag.Of("--json", "Print JSON.");
        var command = new Command("list", "Name the models of a program.");
        if (given is null)
        {
            command.Add(model);
        }

        command.Add(json);
        globals.Guard(command);
        command.SetAction(result =>
        {
            var input = given is null ? result.GetValue(model) : null;
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([input], []),
                settings =>
                    new ListCommand(host, input, result.GetValue(json), new ModelSource(host, settings, given)).Run
            );
        });
        return command;
    }
}
