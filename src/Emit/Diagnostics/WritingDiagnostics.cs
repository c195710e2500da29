using System.Globalization;

namespace NetDsl.Emit;

/// <summary>What can go wrong when a config is written, one method a finding. All are errors: nothing is written then.</summary>
internal static class WritingDiagnostics
{
    /// <summary>ND3001: a dim in JSON.</summary>
    public static Diagnostic NoDimInJson(ConfigPlace place, Dim dim) =>
        NotInJson(place, $"the dim {Quote(dim.ToString())}", "give n_out or the name of an axis, or emit Python");

    /// <summary>ND3001: a tuple or a set in JSON.</summary>
    public static Diagnostic NoSequenceInJson(ConfigPlace place, SequenceKind kind) =>
        kind == SequenceKind.Tuple
            ? NotInJson(place, "a tuple", "give a list if RETURNN takes one there, or emit Python")
            : NotInJson(place, "a set", "emit Python");

    /// <summary>ND3001: code in JSON.</summary>
    public static Diagnostic NoCodeInJson(ConfigPlace place) => NotInJson(place, "Python code", "emit Python");

    /// <summary>ND3001: a key of a dict in JSON that is no text.</summary>
    public static Diagnostic NoSuchKeyInJson(ConfigPlace place) =>
        NotInJson(place, "a key that is not a text", "emit Python");

    /// <summary>ND3002: an infinity or NaN.</summary>
    public static Diagnostic NotFinite(ConfigPlace place, double value, ConfigFormat format)
    {
        var word =
            double.IsNaN(value) ? "nan"
            : value > 0 ? "inf"
            : "-inf";
        var code = $"OptionValue.Code(\"float('{word}')\")";
        var wayOut = format == ConfigFormat.Python ? $"give {code}" : $"emit Python, with {code}";
        return Error("ND3002", $"{place.Path} is {word}, which has no literal: {wayOut}.", place.Layer) with
        {
            Suggestion = code,
        };
    }

    /// <summary>ND3003: a code value that is not one line of printable ASCII.</summary>
    public static Diagnostic CodeNotOneLine(ConfigPlace place) =>
        Error("ND3003", $"The code of {place.Path} is not one line of printable ASCII.", place.Layer) with
        {
            Suggestion = "Give one expression without line breaks; in its texts, escape what is not ASCII.",
        };

    /// <summary>ND3004: a top-level key that Python cannot assign.</summary>
    public static Diagnostic KeyNotIdentifier(string key) =>
        Error("ND3004", $"{Quote(key)} cannot be a top-level key: in Python it is no free name.", layer: null) with
        {
            Suggestion =
                "Use a name of ASCII letters, digits and _ that is no keyword and none of the names the config imports.",
        };

    /// <summary>ND3004: a top-level key that comes twice.</summary>
    public static Diagnostic KeyTwice(string key) =>
        Error("ND3004", $"The top-level key {Quote(key)} comes twice; RETURNN would take the last.", layer: null);

    /// <summary>ND3005: a template that cannot be read or run.</summary>
    public static Diagnostic Template(SourceLocation location, string message) =>
        Error("ND3005", $"The template has an error: {Quotation.Escape(message.TrimEnd('.'))}.", layer: null) with
        {
            Location = location,
        };

    /// <summary>ND3005: a template that writes a character which RETURNN may read as another one.</summary>
    public static Diagnostic TemplateNotAscii(SourceLocation location, char what) =>
        Error(
            "ND3005",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The template writes the character U+{(int)what:X4}; a config is printable ASCII."
            ),
            layer: null
        ) with
        {
            Location = location,
        };

    /// <summary>ND3005: a template for JSON.</summary>
    public static Diagnostic TemplateForJson(string? path) =>
        Error("ND3005", "A template frames Python only; JSON must begin with its object.", layer: null) with
        {
            Location = path is null ? SourceLocation.None : new(path, 1),
            Suggestion = "Leave the template out, or emit Python.",
        };

    /// <summary>ND3006: values nested deeper than Python reads.</summary>
    public static Diagnostic TooDeep(ConfigPlace place, int deepest) =>
        Error(
            "ND3006",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Shorten(place.Path)} is nested deeper than {deepest} levels; Python reads no more than 200 open brackets."
            ),
            Shorten(place.Layer)
        );

    /// <summary>ND3007: a key or an item of a set that Python cannot hash.</summary>
    public static Diagnostic NotHashable(ConfigPlace place, string what) =>
        Error("ND3007", $"A {what} cannot be a key of a dict or an item of a set: {place.Path}.", place.Layer) with
        {
            Suggestion = "Give a tuple.",
        };

    private static Diagnostic NotInJson(ConfigPlace place, string what, string wayOut) =>
        Error("ND3001", $"JSON cannot say {what}, which is at {place.Path}: {wayOut}.", place.Layer);

    private static Diagnostic Error(string code, string message, string? layer) =>
        new(code, Severity.Error, message) { Layer = layer };

    private static string Quote(string text) => Quotation.Of(text);

    private static string? Shorten(string? path) => path is { Length: > 200 } ? path[..100] + "..." : path;
}
