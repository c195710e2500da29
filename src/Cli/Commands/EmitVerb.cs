using System.CommandLine;
using System.CommandLine.Parsing;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>emit</c> on the command line.</summary>
internal sealed class EmitVerb
{
    private readonly Argument<string> model = new("MODEL")
    {
        Description = "A .cs file, a .csproj, a folder with one, or a .dll.",
    };

    private readonly Option<string?> output = FilePath.Of(
        "--output",
        "Write to FILE instead of standard output.",
        "-o"
    );

    private readonly Option<string?> folder = new("--out-dir")
    {
        Description = "Write each model to a file of its name in DIR, and a manifest with hashes.",
        HelpName = "DIR",
    };

    private readonly Option<EmitFormat> format = Choice.Of(
        "--format",
        ["-f"],
        "The form of the config; auto goes by the extension of FILE.",
        ("auto", EmitFormat.Auto),
        ("python", EmitFormat.Python),
        ("json", EmitFormat.Json)
    );

    private readonly Option<string[]> models = new("--model")
    {
        Description = "Which of several models; with --out-dir, more than one can be given.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> verify = Flag.Of(
        "--verify",
        "Write nothing; exit with 2 if a file differs or is missing."
    );

    private readonly Option<string[]> noLower = new(OptionalValues.NoLower)
    {
        Description = "Emit the primitive form: of all, or of what the rule after '=' would fuse.",
        HelpName = "RULE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> explainLowering = Flag.Of(
        "--explain-lowering",
        "Say on standard error what each rule did and why not."
    );

    private readonly Option<string?> template = FilePath.Of(
        "--template",
        "A Scriban template for the frame of the file."
    );
    private readonly Option<bool> noHeader = Flag.Of("--no-header", "Leave out the comment at the top.");

    private EmitVerb() { }

    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new EmitVerb();
        var command = verb.Command("emit", "Write the config of a model.", globals, given is null);
        command.Add(verb.verify);
        command.Validators.Add(verb.RejectVerifyWithoutOutput);
        command.SetAction(result =>
        {
            var emit = verb.Read(result, given is null);
            return new VerbRunner(host, globals).Run(
                result,
                FilesOf(emit),
                settings => new EmitCommand(host, settings, emit, new ModelSource(host, settings, given)).Run
            );
        });
        return command;
    }

    /// <summary>The verb that does the same on every save.</summary>
    public static Command CreateWatch(CliHost host, GlobalOptions globals)
    {
        var verb = new EmitVerb();
        var command = verb.Command("watch", "Emit a model again whenever it is saved.", globals, hasModel: true);
        command.SetAction(result =>
        {
            var emit = verb.Read(result, hasModel: true);
            return new VerbRunner(host, globals).Run(
                result,
                FilesOf(emit),
                settings =>
                {
                    // Between two saves there are many states of a file that nobody runs again.
                    var uncached = settings with
                    {
                        Cache = false,
                    };
                    return new WatchCommand(host, settings, emit, new ModelSource(host, uncached, given: null)).Run;
                }
            );
        });
        return command;
    }

    private Command Command(string name, string description, GlobalOptions globals, bool hasModel)
    {
        var command = new Command(name, description);
        if (hasModel)
        {
            command.Add(model);
        }

        Option[] options = [output, folder, format, models, noLower, explainLowering, template, noHeader];
        foreach (var option in options)
        {
            command.Add(option);
        }

        globals.Guard(command);
        command.Validators.Add(RejectFileAndFolder);
        command.Validators.Add(RejectUnknownRules);
        command.Validators.Add(RejectJsonInPythonFile);
        return command;
    }

    private static VerbFiles FilesOf(EmitSettings emit) =>
        new([emit.Model, emit.Template, emit.Verify ? emit.Output : null], [emit.Verify ? null : emit.Output]);

    private EmitSettings Read(ParseResult result, bool hasModel)
    {
        var rulesOff = result.GetValue(noLower) ?? [];
        return new EmitSettings
        {
            Model = hasModel ? result.GetValue(model) : null,
            Output = result.GetValue(output),
            OutputFolder = result.GetValue(folder),
            Format = result.GetValue(format) switch
            {
                EmitFormat.Python => ConfigFormat.Python,
                EmitFormat.Json => ConfigFormat.Json,
                _ => null,
            },
            Models = [.. (result.GetValue(models) ?? []).Distinct()],
            Verify = result.GetValue(verify),
            Lower = !rulesOff.Contains(OptionalValues.All),
            RulesOff = [.. rulesOff.Where(rule => rule != OptionalValues.All)],
            ExplainLowering = result.GetValue(explainLowering),
            Template = result.GetValue(template),
            Header = !result.GetValue(noHeader),
        };
    }

    // RETURNN takes every .py for Python (contract 1.1).
    private void RejectJsonInPythonFile(CommandResult result)
    {
        var isUnderstood =
            result.GetResult(output) is { } o
            && !o.Errors.Any()
            && result.GetResult(format) is { } f
            && !f.Errors.Any();
        if (!isUnderstood)
        {
            return;
        }

        var file = result.GetValue(output);
        if (result.GetValue(format) == EmitFormat.Json && Path.GetExtension(file) == ".py")
        {
            result.AddError($"-f json cannot go to {file}: RETURNN reads every .py file as Python");
        }
    }

    private void RejectUnknownRules(CommandResult result)
    {
        foreach (var rule in result.GetValue(noLower) ?? [])
        {
            if (rule != OptionalValues.All && !ConfigEmitter.RuleNames.Contains(rule))
            {
                var meant = Spelling.Closest(rule, ConfigEmitter.RuleNames) is { } near
                    ? $"; did you mean {near}?"
                    : "";
                result.AddError(
                    $"--no-lower: no rule is called \"{rule}\"{meant} (rules: {string.Join(", ", ConfigEmitter.RuleNames)})"
                );
            }
        }
    }

    private void RejectVerifyWithoutOutput(CommandResult result)
    {
        if (result.GetValue(verify) && result.GetResult(output) is null && result.GetResult(folder) is null)
        {
            result.AddError("--verify needs -o FILE, the file to compare with, or --out-dir DIR");
        }
    }

    private void RejectFileAndFolder(CommandResult result)
    {
        if (result.GetResult(folder) is not { } given)
        {
            return;
        }

        if (given.Tokens is [{ Value: "" }])
        {
            result.AddError("--out-dir needs the name of a folder");
        }
        else if (result.GetResult(output) is not null)
        {
            result.AddError("-o and --out-dir exclude each other");
        }
        else if (result.GetValue(explainLowering))
        {
            result.AddError("--explain-lowering is for one model, not for --out-dir");
        }
    }
}
