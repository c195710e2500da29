using System.Text.RegularExpressions;

namespace NetDsl.Emit;

/// <summary>The prefix of layers that RETURNN makes a second time, under other flags: <c>extra.search:output</c> (contract 3.1).</summary>
internal static partial class ExtraNetPrefix
{
    /// <summary>The prefix with its colon, or nothing.</summary>
    internal static string Of(string name) =>
        name.StartsWith("extra", StringComparison.Ordinal) ? Pattern().Match(name).Value : "";

    [GeneratedRegex(@"^extra(\.[A-Za-z0-9_.()]+)?:", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
