using System.Globalization;
using System.Text.RegularExpressions;

namespace NetDsl.Cli;

/// <summary>Reads what <c>dotnet build</c> prints when it fails.</summary>
internal static partial class BuildOutput
{
    public static bool IsNoSdk(string text) => text.Contains("No .NET SDKs were found", StringComparison.Ordinal);

    /// <summary>The compiler's and the build's errors at their places; the whole text if there are none to be found.</summary>
    public static IReadOnlyList<Diagnostic> Errors(string shown, string text)
    {
        var errors = text.Split('\n')
            .Select(line => ErrorLine().Match(line.TrimEnd('\r')))
            .Where(match => match.Success)
            .Select(match => new Diagnostic(match.Groups["code"].Value, Severity.Error, match.Groups["message"].Value)
            {
                Location = new SourceLocation(
                    match.Groups["path"].Value,
                    Number(match, "line"),
                    Number(match, "column")
                ),
            })
            .Distinct()
            .ToArray();
        return errors.Length > 0 ? errors : [ToolDiagnostics.BuildFailed(shown, text)];
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*(?<path>\S.*?)\((?<line>[0-9]{1,9}),(?<column>[0-9]{1,9})(,[0-9]+,[0-9]+)?\): error (?<code>[A-Z]+[0-9]+): (?<message>.*?)( \[[^\]]*\])?$"
    )]
    private static partial Regex ErrorLine();
}
