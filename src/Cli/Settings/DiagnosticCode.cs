using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NetDsl.Cli;

/// <summary>Codes as users write them.</summary>
internal static partial class DiagnosticCode
{
    /// <summary>Whether a text has the form of a code: ours, or one of the C# compiler.</summary>
    public static bool IsCode(string text) => Form().IsMatch(text);

    /// <summary>Whether there is such a code, as far as can be known: those of the C# compiler are not ours.</summary>
    public static bool IsKnown(string text) =>
        IsCode(text) && (text.StartsWith("CS", StringComparison.Ordinal) || DiagnosticTexts.Find(text) is not null);

    /// <summary>The codes of lists such as <c>ND4001,ND4002</c>.</summary>
    public static ImmutableHashSet<string> Split(IEnumerable<string>? lists) =>
        [
            .. (lists ?? []).SelectMany(list =>
                list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
        ];

    [GeneratedRegex("^(ND|CS)[0-9]{4}$")]
    private static partial Regex Form();
}
