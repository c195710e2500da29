using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Cli;

/// <summary>Settings in environment variables <c>NETDSL_*</c>; they hold where no flag says otherwise.</summary>
internal sealed class Variables(CliHost host)
{
    public const string Diagnostics = "NETDSL_DIAGNOSTICS";
    public const string DiagnosticsFile = "NETDSL_DIAGNOSTICS_OUT";
    public const string Color = "NETDSL_COLOR";
    public const string Build = "NETDSL_BUILD";
    public const string Config = "NETDSL_CONFIG";
    public const string WarningsAsErrors = "NETDSL_WARNASERROR";
    public const string NoWarn = "NETDSL_NOWARN";
    public const string MaxWarnings = "NETDSL_MAX_WARNINGS";

    private readonly List<Diagnostic> errors = [];

    /// <summary>What is wrong with those that were read.</summary>
    public IReadOnlyList<Diagnostic> Errors => errors;

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => host.Variable(name);

    /// <summary>One of some words, or null.</summary>
    public T? Choice<T>(string name, Words<T> words)
        where T : struct, Enum
    {
        if (host.Variable(name) is not { } word)
        {
            return null;
        }

        if (words.TryParse(word, out var value))
        {
            return value;
        }

        Fail(name, word, $"it is one of {string.Join(", ", words.All)}", Spelling.Closest(word, words.All));
        return null;
    }

    /// <summary>A list of codes, as after the flag of that name.</summary>
    public ImmutableHashSet<string> Codes(string name)
    {
        var codes = DiagnosticCode.Split([host.Variable(name) ?? ""]);
        var canBeAll = name == WarningsAsErrors;
        if (codes.Order(StringComparer.Ordinal).FirstOrDefault(code => !IsValid(code)) is { } wrong)
        {
            Fail(name, wrong, canBeAll ? "codes such as ND4001, or * for all" : "codes such as ND4001", null);
        }

        return codes;

        bool IsValid(string code) => DiagnosticCode.IsCode(code) || (canBeAll && code == OptionalValues.All);
    }

    /// <summary>A whole number, 0 or more, or null.</summary>
    public int? Count(string name)
    {
        if (host.Variable(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Fail(name, text, "it is a whole number, 0 or more", null);
        return null;
    }

    private void Fail(string name, string value, string wanted, string? meant) =>
        errors.Add(ToolDiagnostics.WrongVariable(name, value, wanted, meant));
}
