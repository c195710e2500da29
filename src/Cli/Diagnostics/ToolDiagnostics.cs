using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>Every diagnostic of the tool itself, one method a code. A code is never used again for another meaning.</summary>
internal static class ToolDiagnostics
{
    public static Diagnostic Usage(string message, string? meant) =>
        Error("ND0100", message) with
        {
            Suggestion = meant is null ? "see netdsl --help" : $"did you mean '{meant}'? See netdsl --help",
        };

    public static Diagnostic ModelNotFound(string model, string? meant) =>
        Error("ND0101", $"there is no file or folder '{model}'") with
        {
            Suggestion = DidYouMean(meant),
        };

    public static Diagnostic NotAModel(string model, string reason) =>
        Error("ND0102", $"'{model}' is not a model: {reason}") with
        {
            Suggestion =
                "a model is a .cs file, a .csproj, a folder with one .csproj, or a .dll; a config is .py, .config or .json",
        };

    public static Diagnostic ModelThrew(Exception exception, ImmutableArray<SourceLocation> places) =>
        Error("ND0103", $"the model threw {exception.GetType().FullName}: {exception.Message}") with
        {
            Location = places is [var first, ..] ? first : SourceLocation.None,
            Related = [.. places.Skip(1).Select(place => new RelatedLocation(place, "called from here"))],
        };

    public static Diagnostic NoModels(SourceLocation location, string reason) =>
        Error("ND0104", reason) with
        {
            Location = location,
            Suggestion = "end the program with: return NetDslCli.Run(args, MyModel);",
        };

    public static Diagnostic UnknownModel(string name, IEnumerable<string> names, string? meant) =>
        Error("ND0105", $"there is no model '{name}'; there is {string.Join(", ", names)}") with
        {
            Suggestion = DidYouMean(meant),
        };

    public static Diagnostic DuplicateModel(SourceLocation first, Net second) =>
        Error("ND0106", $"two models are named '{second.Name}'") with
        {
            Location = second.Location,
            Related = first.IsKnown ? [new RelatedLocation(first, "the first one")] : [],
            Suggestion = "give each net a name of its own: new Net(\"...\")",
        };

    public static Diagnostic SeveralModels(IReadOnlyCollection<string> names, bool wereChosen) =>
        Error(
            "ND0107",
            $"one model is wanted here, and {(wereChosen ? "--model names" : "there are")} several: {string.Join(", ", names)}"
        ) with
        {
            Suggestion = wereChosen ? "give --model once" : "choose one with --model NAME",
        };

    public static Diagnostic CannotBuild(SourceLocation location, string what, string way) =>
        Error("ND0108", what) with
        {
            Location = location,
            Suggestion = way,
        };

    public static Diagnostic SdkMissing(string model) =>
        Error("ND0109", $"'{model}' needs the .NET SDK, and there is no 'dotnet' with an SDK") with
        {
            Suggestion = "install the .NET 10 SDK, or put its folder on PATH",
        };

    public static Diagnostic BuildFailed(string model, string output) =>
        Error(
            "ND0110",
            output.Length == 0 ? $"dotnet build {model} failed" : $"dotnet build {model} failed:\n{output}"
        );

    public static Diagnostic NotAnAssembly(string path, string reason) =>
        Error("ND0111", $"'{path}' cannot be loaded: {reason}");

    public static Diagnostic OutputFolderMissing(string path, string folder) =>
        Error("ND0112", $"'{path}' cannot be written: there is no folder '{folder}'");

    public static Diagnostic OutputIsFolder(string path) =>
        Error("ND0113", $"'{path}' cannot be written: it is a folder") with
        {
            Suggestion = "name a file in it",
        };

    public static Diagnostic OutputNotWritable(string path, string reason) =>
        Error("ND0114", $"'{path}' cannot be written: {reason}");

    public static Diagnostic OutputIsInput(string path) =>
        Error("ND0115", $"'{path}' is read by this command and would be overwritten");

    public static Diagnostic CannotRead(string path, string reason) =>
        Error("ND0116", $"'{path}' cannot be read: {reason}");

    public static Diagnostic OutOfDate(string path, string fullPath, int line, string refresh) =>
        Error("ND0117", $"'{path}' is not what the model emits; this is the first line that differs") with
        {
            Location = new SourceLocation(fullPath, line),
            Suggestion = refresh,
        };

    public static Diagnostic NothingToVerify(string path, string refresh) =>
        Error("ND0118", $"'{path}' does not exist, so it is not what the model emits") with
        {
            Suggestion = refresh,
        };

    public static Diagnostic ModelEndedProcess() =>
        Error("ND0119", "the model ended the process; nothing was written") with
        {
            Suggestion = "a model must return its net: leave out Environment.Exit",
        };

    public static Diagnostic ModelReturnedNothing(int position) =>
        Error(
            "ND0120",
            FormattableString.Invariant($"model {position} of NetDslCli.Run returned null instead of a net")
        );

    public static Diagnostic TooManyWarnings(int warnings, int most) =>
        Error(
            "ND0121",
            FormattableString.Invariant($"the number of warnings is {warnings}, and at most {most} are allowed")
        );

    public static Diagnostic WrongSettings(SourceLocation location, string message, string? meant) =>
        Error("ND0122", message) with
        {
            Location = location,
            Suggestion = DidYouMean(meant),
        };

    public static Diagnostic WrongVariable(string name, string value, string wanted, string? meant) =>
        Error("ND0123", $"the environment variable {name} is '{value}': {wanted}") with
        {
            Suggestion = DidYouMean(meant),
        };

    public static Diagnostic NothingToCompare(string input, string? other) =>
        Error(
            "ND7011",
            other is null
                ? $"'{input}' is a config, and there is no other one to compare it with"
                : $"'{input}' and '{other}' are not two configs"
        ) with
        {
            Suggestion = "give one model, whose forms are compared, or two configs (.py, .config, .json)",
        };

    public static Diagnostic FilesOutOfDate(string folder, IReadOnlyList<string> files) =>
        Error(
            "ND0133",
            files.Count == 1
                ? $"'{folder}/{files[0]}' is not what the model emits"
                : FormattableString.Invariant(
                    $"{files.Count} files of '{folder}' are not what the models emit; the first one is '{files[0]}'"
                )
        ) with
        {
            Suggestion = "bring them up to date with the same command without --verify",
        };

    public static Diagnostic FileExists(string path) =>
        Error("ND0130", $"'{path}' is there already; nothing was written") with
        {
            Suggestion = "name another file with -o, or replace it with --force",
        };

    public static Diagnostic NotAConfig(string path, string reason) =>
        Error("ND0131", $"'{path}' is not a config: {reason}") with
        {
            Suggestion = "a config is .py, .config or .json",
        };

    public static Diagnostic ModelNameIsNoFile(Net net) =>
        Error("ND0132", $"'{net.Name}' is no name of a file, and every model has a file of its own name") with
        {
            Location = net.Location,
            Suggestion = "name the net with letters, digits, '.', '_', '-', '+' and '='",
        };

    public static Diagnostic OutOfTime(TimeSpan limit) =>
        Error("ND0140", FormattableString.Invariant($"the command did not end within {limit.TotalSeconds} s")) with
        {
            Suggestion = "look for a loop without end in the model, or give it more time with --timeout",
        };

    public static Diagnostic UnknownParameter(string name, IReadOnlyCollection<string> names, string? meant) =>
        Error(
            "ND0134",
            names.Count == 0
                ? $"--param {name}: no model of this program has parameters"
                : $"--param {name}: no model has this parameter; there is {string.Join(", ", names)}"
        ) with
        {
            Suggestion =
                DidYouMean(meant)
                ?? (
                    names.Count == 0
                        ? $"give the function one that has a default: static Net MyModel(int {name} = ...)"
                        : null
                ),
        };

    public static Diagnostic WrongParameterValue(string name, string value, string type) =>
        Error("ND0135", $"--param {name}: '{value}' is not of the type {type}");

    public static Diagnostic MissingParameter(string name, string type) =>
        Error("ND0136", $"the parameter {name} of the model has no value") with
        {
            Suggestion = $"say --param {name}=..., which takes {type}, or give it a default in the model's function",
        };

    public static Diagnostic UnknownParameterType(string name, string type) =>
        Error("ND0137", $"--param {name}: the command line has no values of the type {type}") with
        {
            Suggestion = "parameters are string, bool, int, long, float, double or an enum",
        };

    public static Diagnostic NotAModelFunction(string type) =>
        Error("ND0138", $"a function of NetDslCli.Run returns {type}, and a model returns Net");

    public static Diagnostic OutOfMemory() =>
        Error("ND0141", "there is not enough memory for this") with
        {
            Suggestion = "look for a loop in the model that records without end, or emit fewer models at a time",
        };

    public static Diagnostic UnreadableReport(string path, string reason) =>
        Error("ND7012", $"'{path}' is no report of tools/returnn_verify.py: {reason}");

    public static Diagnostic BuiltDifferently(string what, string built, string inferred) =>
        Error("ND7013", $"{what} is {built} in RETURNN, and {inferred} here");

    public static Diagnostic EmittedConfigRejected(Net net, IEnumerable<Diagnostic> findings) =>
        Error(
            "ND9002",
            $"a bug in netdsl: its check rejects the config that it emits for '{net.Name}'\n{string.Join('\n', findings)}"
        ) with
        {
            Location = net.Location,
            Suggestion = "please report it with the model and these lines",
        };

    public static Diagnostic InternalBug(Exception exception) =>
        Error(
            "ND9001",
            $"a bug in netdsl: {exception.GetType().FullName}: {exception.Message}\n{exception.StackTrace}"
        ) with
        {
            Suggestion = "please report it with the model and these lines",
        };

    /// <summary>Whether a code stands for a bug in our own code.</summary>
    public static bool IsBug(Diagnostic diagnostic) => diagnostic.Code.StartsWith("ND9", StringComparison.Ordinal);

    /// <summary>The diagnostic as the end of the work.</summary>
    public static ModelException ToException(this Diagnostic diagnostic) => new([diagnostic]);

    private static Diagnostic Error(string code, string message) => new(code, Severity.Error, message);

    private static string? DidYouMean(string? meant) => meant is null ? null : $"did you mean '{meant}'?";
}
