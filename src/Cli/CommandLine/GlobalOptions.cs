using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace NetDsl.Cli;

/// <summary>The options that every verb has.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> quiet = Flag.Of("--quiet", "Report errors only.", "-q");
    private readonly Option<bool> verbose = Flag.Of("--verbose", "Report infos, too, and what the tool does.", "-v");
    private readonly Option<bool> noCache = Flag.Of("--no-cache", "Compile the model even if it was compiled before.");

    private readonly Option<ColorMode> color = Choice.Of(
        "--color",
        [],
        "When to colour severities.",
        ("auto", ColorMode.Auto),
        ("always", ColorMode.Always),
        ("never", ColorMode.Never)
    );

    private readonly Option<DiagnosticsFormat> format = Choice.Of(
        "--diagnostics",
        [],
        "How diagnostics are written.",
        ("text", DiagnosticsFormat.Text),
        ("json", DiagnosticsFormat.Json),
        ("github", DiagnosticsFormat.Github)
    );

    private readonly Option<BuildMode> build = Choice.Of(
        "--build",
        [],
        "How the model is compiled: in process, by the .NET SDK, or not at all.",
        ("auto", BuildMode.Auto),
        ("roslyn", BuildMode.Roslyn),
        ("sdk", BuildMode.Sdk),
        ("none", BuildMode.None)
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

    public void AddTo(RootCommand root)
    {
        Option[] options = [quiet, verbose, color, format, diagnosticsFile, warningsAsErrors, noWarn, noCache, build];
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

    public GlobalSettings Read(ParseResult result) =>
        new()
        {
            Quiet = result.GetValue(quiet),
            Verbose = result.GetValue(verbose),
            Color = result.GetValue(color),
            Format = result.GetValue(format),
            DiagnosticsFile = result.GetValue(diagnosticsFile),
            WarningsAsErrors = SplitCodes(result.GetValue(warningsAsErrors)),
            NoWarn = SplitCodes(result.GetValue(noWarn)),
            Cache = !result.GetValue(noCache),
            Build = result.GetValue(build),
        };

    private void RejectQuietAndVerbose(CommandResult result)
    {
        if (result.GetValue(quiet) && result.GetValue(verbose))
        {
            result.AddError("--quiet and --verbose exclude each other");
        }
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
            foreach (var code in SplitCodes(result.Tokens.Select(token => token.Value)))
            {
                if (!Regex.IsMatch(code, "^(ND|CS)[0-9]{4}$") && !(name != "--nowarn" && code == OptionalValues.All))
                {
                    result.AddError($"'{code}' in {name} is not a code such as ND4001");
                    return;
                }
            }
        });
        return option;
    }

    private static ImmutableHashSet<string> SplitCodes(IEnumerable<string>? values) =>
        [
            .. (values ?? []).SelectMany(value =>
                value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];
}
