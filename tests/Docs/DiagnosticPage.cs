using System.Globalization;
using System.Text;

namespace NetDsl.Tests.Docs;

/// <summary>The page of diagnostics: the texts of <c>netdsl explain</c> one after the other.</summary>
internal static class DiagnosticPage
{
    public const string File = "docs/diagnostics.md";

    private static readonly (string Codes, string Title)[] families =
    [
        ("ND0", "The tool and its command line"),
        ("ND1", "Names and references"),
        ("ND2", "Dims and shapes"),
        ("ND3", "RETURNN's layers and keys"),
        ("ND4", "What RETURNN accepts and nobody means"),
        ("ND5", "Configs that are read"),
        ("ND7", "Nets that are computed and compared"),
        ("ND9", "Bugs of netdsl"),
    ];

    public static string Write()
    {
        var text = new StringBuilder(
            """
            # Diagnostics

            Written by the tests from the texts of `netdsl explain`: change those in `src/Dsl/Diagnostics/Explain`, then run `scripts/update-snapshots.sh`.

            `netdsl.json`, `--nowarn` and `--warnaserror` say which codes are errors, warnings or nothing; the [README](../README.md) tells how. Many examples are wrong on purpose: they are what the code is about.


            """.ReplaceLineEndings("\n")
        );
        foreach (var (codes, title) in families)
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{title}](#{Anchor(title)}): {codes}xxx\n");
        }

        foreach (var (codes, title) in families)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var code in Codes(codes))
            {
                text.Append('\n')
                    .Append(Lowered(DiagnosticTexts.Find(code)!.ReplaceLineEndings("\n").Trim()))
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The codes that no family has.</summary>
    public static IEnumerable<string> Homeless =>
        DiagnosticTexts.Codes.Except(families.SelectMany(family => Codes(family.Codes)));

    private static IEnumerable<string> Codes(string start) =>
        DiagnosticTexts
            .Codes.Where(code => code.StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // Two levels down, for the page has titles of its own; a comment in a block of code is no heading.
    private static string Lowered(string explanation)
    {
        var isCode = false;
        var lines = explanation.Split('\n').ToList();
        for (var index = 0; index < lines.Count; index++)
        {
            isCode ^= lines[index].StartsWith("```", StringComparison.Ordinal);
            if (!isCode && lines[index].StartsWith('#'))
            {
                lines[index] = "##" + lines[index];
            }
        }

        return string.Join('\n', lines);
    }

    private static string Anchor(string title) =>
        string.Concat(
            title
                .ToLowerInvariant()
                .Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')
                .Select(c => c == ' ' ? '-' : c)
        );
}
