using System.Globalization;

namespace NetDsl.Emit;

/// <summary>ND50xx: what can go wrong when a config is read, one method a finding.</summary>
internal static class ImportDiagnostics
{
    private const int LongestQuote = 60;

    /// <summary>ND5001: a byte order mark.</summary>
    public static Diagnostic ByteOrderMark(SourceLocation location) =>
        Error("ND5001", location, "The config begins with a byte order mark, with which RETURNN cannot read it.") with
        {
            Suggestion = "Save it as UTF-8 without a byte order mark.",
        };

    /// <summary>ND5002: a text that RETURNN takes for the old line format.</summary>
    public static Diagnostic NoFormat(SourceLocation location, bool beginsWithComment) =>
        Error(
            "ND5002",
            location,
            "RETURNN would take this config for the old format of \"key value\" lines: it neither is called *.py, nor begins with \"#!\" or \"{\"."
        ) with
        {
            Suggestion = beginsWithComment
                ? "JSON: move the comment behind the first \"{\"."
                : "Python: put the line #!rnn.py in front, or call it *.py.",
        };

    /// <summary>ND5003: Python that is not Python.</summary>
    public static Diagnostic PythonSyntax(SourceLocation location, string message) =>
        Error("ND5003", location, message);

    /// <summary>ND5004: a bracket without its counterpart.</summary>
    public static Diagnostic NotClosed(SourceLocation location, char bracket, SourceLocation noticed) =>
        Error("ND5004", location, $"The bracket \"{bracket}\" is never closed.") with
        {
            Related = [new(noticed, "noticed here")],
            Suggestion = $"Write the missing \"{Closing(bracket)}\".",
        };

    /// <summary>ND5004: a bracket that closes another kind, or nothing.</summary>
    public static Diagnostic WrongBracket(SourceLocation location, char bracket, char? open, SourceLocation opened) =>
        open is null
            ? Error("ND5004", location, $"The bracket \"{bracket}\" closes nothing.")
            : Error("ND5004", location, $"The bracket \"{bracket}\" does not close \"{open}\".") with
            {
                Related = [new(opened, "opened here")],
            };

    /// <summary>ND5005: a text without an end.</summary>
    public static Diagnostic TextNotClosed(SourceLocation location) =>
        Error("ND5005", location, "The text that begins here is never closed.");

    /// <summary>ND5005: an escape that is none.</summary>
    public static Diagnostic WrongEscape(SourceLocation location, string escape) =>
        Error("ND5005", location, $"{Quote(escape)} is no escape for a character.");

    /// <summary>ND5006: brackets or values inside each other without end.</summary>
    public static Diagnostic TooDeep(SourceLocation location) =>
        Error(
            "ND5006",
            location,
            $"This is nested deeper than {ImportLimits.DeepestNesting.ToString(CultureInfo.InvariantCulture)} levels."
        );

    /// <summary>ND5007: a key that comes twice in a dict.</summary>
    public static Diagnostic KeyTwice(SourceLocation location, string key, SourceLocation before) =>
        Warning("ND5007", location, $"The key {Quote(key)} comes twice; the last one counts.") with
        {
            Related = [new(before, "the first one")],
            Suggestion = "Remove one of them.",
        };

    /// <summary>ND5008: a top-level name that is assigned twice.</summary>
    public static Diagnostic NameTwice(SourceLocation location, string name, SourceLocation before) =>
        Warning("ND5008", location, $"{Quote(name)} is assigned twice; the last one counts.") with
        {
            Related = [new(before, "the first one")],
            Suggestion = "Remove one of them.",
        };

    /// <summary>ND5009: JSON that is not JSON.</summary>
    public static Diagnostic JsonSyntax(SourceLocation location, string message) => Error("ND5009", location, message);

    /// <summary>ND5010: a line comment that nothing follows.</summary>
    public static Diagnostic CommentAtEnd(SourceLocation location) =>
        Error("ND5010", location, "RETURNN cannot read a \"//\" comment at the end of a config.") with
        {
            Suggestion = "Write /* ... */, or remove the comment.",
        };

    /// <summary>ND5011: a text too long to be a config.</summary>
    public static Diagnostic TextTooLong(SourceLocation location, int length) =>
        Error(
            "ND5011",
            location,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The config has {length} characters; more than {ImportLimits.LongestText} are not read."
            )
        );

    /// <summary>ND5011: names that stand for ever more names.</summary>
    public static Diagnostic TooManySubstitutions(SourceLocation location, string name) =>
        Warning(
            "ND5011",
            location,
            $"From {Quote(name)} on, names are not replaced by their values: the config would become too large."
        );

    /// <summary>ND5012: so many errors that the rest is not read.</summary>
    public static Diagnostic TooManyErrors(SourceLocation location) =>
        Error("ND5012", location, "There are too many errors: the rest of the config is not read.");

    /// <summary>ND5013: a part of the config that no check looks into.</summary>
    public static Diagnostic NotChecked(SourceLocation location, string key) =>
        new("ND5013", Severity.Info, $"{Quote(key)} is not checked: it is what code makes of it.")
        {
            Location = location,
        };

    /// <summary>ND5014: a name that nothing stands behind.</summary>
    public static Diagnostic UnboundName(SourceLocation location, string name, string? meant) =>
        Error("ND5014", location, $"No line of the config defines the name {Quote(name)}.") with
        {
            Suggestion = meant is null ? "Define or import it." : $"Did you mean {Quote(meant)}?",
        };

    /// <summary>ND5015: an imported model that holds only part of its net as layers.</summary>
    public static Diagnostic NetOfCode(SourceLocation location, RelatedLocation? cause) =>
        Warning(
            "ND5015",
            location,
            "The net is made or changed by code of the config; the model keeps that code as it is."
        ) with
        {
            Related = cause is null ? [] : [cause],
            Suggestion = "Let Python print the net, and import that.",
        };

    /// <summary>ND5018: a value that RETURNN's command line or the environment may change.</summary>
    public static Diagnostic AskedOutside(SourceLocation location, string key) =>
        Warning(
            "ND5018",
            location,
            $"The config asks for {Quote(key)}; this is read as if neither RETURNN's command line nor the environment sets it."
        ) with
        {
            Suggestion = "Import once for each value that it is given.",
        };

    /// <summary>ND5016: a config without a net.</summary>
    public static Diagnostic NoNet(SourceLocation location) =>
        Warning("ND5016", location, "The config has no \"network\"; the model has its other keys.");

    /// <summary>ND5017: a dim that code of the config names.</summary>
    public static Diagnostic DimInCode(SourceLocation location, string name) =>
        Warning(
            "ND5017",
            location,
            $"Code of the config reads the dim {Quote(name)}, which may have another name in what the model emits."
        ) with
        {
            Suggestion = "Compare the declarations of dims in both, and change the code if they differ.",
        };

    /// <summary>A piece of the config as part of a message of one line.</summary>
    public static string Quote(ReadOnlySpan<char> text) => Quotation.Of(text, LongestQuote);

    private static char Closing(char bracket) =>
        bracket switch
        {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };

    private static Diagnostic Error(string code, SourceLocation location, string message) =>
        new(code, Severity.Error, message) { Location = location };

    private static Diagnostic Warning(string code, SourceLocation location, string message) =>
        new(code, Severity.Warning, message) { Location = location };
}
