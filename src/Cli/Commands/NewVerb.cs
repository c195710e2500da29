using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>new</c> on the command line.</summary>
internal sealed partial class NewVerb
{
    private readonly Argument<string> kind = new("KIND")
    {
        Description = $"What to start from: {string.Join(", ", StarterFiles.Kinds)}.",
        HelpName = "KIND",
    };

    private readonly Argument<string?> name = new("NAME")
    {
        Description = "The model's name; its file or folder is called so, too.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> output = FilePath.Of(
        "--output",
        "Write to FILE; for a project, the folder.",
        "-o"
    );

    private readonly Option<bool> force = Flag.Of("--force", "Replace files that are there.");

    private NewVerb() { }

    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var verb = new NewVerb();
        verb.kind.CompletionSources.Add([.. StarterFiles.Kinds]);
        verb.kind.Validators.Add(RejectUnknownKind);
        verb.name.Validators.Add(RejectNoName);
        var command = new Command("new", "Write a file or project to start from.")
        {
            verb.kind,
            verb.name,
            verb.output,
            verb.force,
        };
        command.Validators.Add(verb.RejectProjectWithoutFolder);
        globals.Guard(command);
        command.SetAction(result =>
        {
            var made = new NewSettings(
                result.GetValue(verb.kind)!,
                result.GetValue(verb.name),
                result.GetValue(verb.output),
                result.GetValue(verb.force)
            );
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([], [made.Output]),
                settings => new NewCommand(host, settings, made).Run
            );
        });
        return command;
    }

    private static void RejectUnknownKind(ArgumentResult result)
    {
        if (result.Tokens is [var token] && !StarterFiles.Kinds.Contains(token.Value))
        {
            var meant = Spelling.Closest(token.Value, StarterFiles.Kinds) is { } near ? $"; did you mean {near}?" : "";
            result.AddError(
                $"there is no starter '{token.Value}'{meant} (there are {string.Join(", ", StarterFiles.Kinds)})"
            );
        }
    }

    private static void RejectNoName(ArgumentResult result)
    {
        if (result.Tokens is [var token] && !Name().IsMatch(token.Value))
        {
            result.AddError(
                $"'{token.Value}' is no name of a model: letters, digits and '_', '-' or '.' between them, a letter first"
            );
        }
    }

    private void RejectProjectWithoutFolder(CommandResult result)
    {
        if (
            result.GetResult(kind) is { Tokens: [{ Value: StarterFiles.Project }] }
            && result.GetResult(name) is not { Tokens: [_] }
            && result.GetResult(output) is null
        )
        {
            result.AddError("a project needs a NAME, or a folder: -o FOLDER");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*([_.-][A-Za-z0-9]+)*$")]
    private static partial Regex Name();
}
