using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace NetDsl.Cli;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> quiet = Flag.Of("--quiet", "Report errors only.", "-q");
    private readonly Option<bool> verbose = Flag.Of("--verbose", "Report infos, too, and what the tool does.", "-v");
    private readonly Option<bool> noCache = Flag.Of("--no-cache", "Compile the model even if it was compiled before.");

    private readonly Option<TimeSpan?> timeout = Duration.Of("--timeout", "Give up after this many seconds.");

    private static readonly Words<ColorMode> colors = new(
        ("auto", ColorMode.Auto),
        ("always", ColorMode.Always),
        ("never", ColorMode.Never)
    );

    private static readonly Words<DiagnosticsFormat> formats = new(
        ("text", DiagnosticsFormat.Text),
        ("json", DiagnosticsFormat.Json),
        ("sarif", DiagnosticsFormat.Sarif),
        ("github", DiagnosticsFormat.Github)
    );

    private static readonly Words<BuildMode> builds = new(
        ("auto", BuildMode.Auto),
        ("roslyn", BuildMode.Roslyn),
        ("sdk", BuildMode.Sdk),
        ("none", BuildMode.None)
    );

    private readonly Option<ColorMode> color = Choice.Of("--color", [], "When to colour severities.", colors);

    private readonly Option<DiagnosticsFormat> format = Choice.Of(
        "--diagnostics",
        [],
        "How diagnostics are written.",
        formats
    );

    private readonly Option<BuildMode> build = Choice.Of(
        "--build",
        [],
        "How the model is compiled: in process, by the .NET SDK, or not at all.",
        builds
    );

    private readonly Option<string?> config = FilePath.Of(
        "--config",
        "Settings of FILE, instead of those of netdsl.json in this folder and the ones above."
    );

    private readonly Option<string?> diagnosticsFile = FilePath.Of(
        "--diagnostics-out",
        "Write diagnostics to FILE; standard error then has them as text."
    );

    private readonly Option<string[]> warningsAsErrors = Codes(
        OptionalValues.WarningsAsErrors,
        "Treat warnings as errors: all, or those of the codes after '='."
    );

    private readonly Option<string[]> noWarn = Codes("--nowarn", "Leave out warnings and infos of these codes.");

    private readonly Option<string[]> parameters = Assignments();

    public void AddTo(RootCommand root)
    {
        Option[] options =
        [
            quiet,
            verbose,
            color,
            format,
            diagnosticsFile,
            warningsAsErrors,
            noWarn,
            config,
            noCache,
            timeout,
            build,
            parameters,
        ];
        foreach (var option in options)
        {
            option.Recursive = true;
            root.Add(option);
        }

        // The parser's own help has /h, too, which is a path on most systems.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Insert(0, new HelpOption("--help", "-h"));
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
    }

    /// <summary>Lets a verb reject options that contradict each other; the parser asks only the verb that is run.</summary>
    public void Guard(Command verb) => verb.Validators.Add(RejectQuietAndVerbose);

    /// <summary>What flags and, where they are silent, the environment say; settings files are not read yet.</summary>
    public GlobalSettings Read(ParseResult result, Variables variables) =>
        new()
        {
            Quiet = result.GetValue(quiet),
            Verbose = result.GetValue(verbose),
            Color = Given(result, color) ?? variables.Choice(Variables.Color, colors) ?? default,
            Format = Given(result, format) ?? variables.Choice(Variables.Diagnostics, formats) ?? default,
            DiagnosticsFile = result.GetValue(diagnosticsFile) ?? variables.Text(Variables.DiagnosticsFile),
            SettingsFile = result.GetValue(config) ?? variables.Text(Variables.Config),
            MaxWarnings = variables.Count(Variables.MaxWarnings),
            Codes =
            [
                new CodeRules
                {
                    WarningsAsErrors = variables.Codes(Variables.WarningsAsErrors),
                    NoWarn = variables.Codes(Variables.NoWarn),
                },
                new CodeRules
                {
                    WarningsAsErrors = DiagnosticCode.Split(result.GetValue(warningsAsErrors)),
                    NoWarn = DiagnosticCode.Split(result.GetValue(noWarn)),
                },
            ],
            Cache = !result.GetValue(noCache),
            TimeLimit = result.GetValue(timeout),
            Build = Given(result, build) ?? variables.Choice(Variables.Build, builds) ?? default,
            Parameters = (result.GetValue(parameters) ?? [])
                .Select(assignment => assignment.Split('=', 2))
                .ToImmutableDictionary(parts => parts[0].Trim(), parts => parts[1], StringComparer.Ordinal),
        };

    private static T? Given<T>(ParseResult result, Option<T> option)
        where T : struct => result.GetResult(option) is { Implicit: false } ? result.GetValue(option) : null;

    private void RejectQuietAndVerbose(CommandResult result)
    {
        if (result.GetValue(quiet) && result.GetValue(verbose))
        {
            result.AddError("--quiet and --verbose exclude each other");
        }
    }

    private static Option<string[]> Assignments()
    {
        var option = new Option<string[]>("--param")
        {
            Description = "Give a parameter of the model's function a value; can be repeated.",
            HelpName = "NAME=VALUE",
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(result =>
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var assignment in result.Tokens.Select(token => token.Value))
            {
                var end = assignment.IndexOf('=', StringComparison.Ordinal);
                if (end < 1)
                {
                    result.AddError($"'{assignment}' in --param is not NAME=VALUE");
                    return;
                }

                if (!names.Add(assignment[..end].Trim()))
                {
                    result.AddError($"--param gives '{assignment[..end].Trim()}' two values");
                    return;
                }
            }
        });
        return option;
    }

    private static Option<string[]> Codes(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = "CODES",
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(result =>
        {
            foreach (var code in DiagnosticCode.Split(result.Tokens.Select(token => token.Value)))
            {
                if (!DiagnosticCode.IsCode(code) && !(name != "--nowarn" && code == OptionalValues.All))
                {
                    result.AddError($"'{code}' in {name} is not a code such as ND4001");
                    return;
                }
            }
        });
        return option;
    }
}
