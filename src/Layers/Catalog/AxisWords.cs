using System.Globalization;

namespace NetDsl.Layers;

/// <summary>The texts by which RETURNN finds axes (contract 3.7); it does not mind their case.</summary>
internal static class AxisWords
{
    /// <summary>The behavior version from which axes have no numbers.</summary>
    internal const int NoNumbersFrom = 5;

    /// <summary>The behavior version from which axes are not told by their order.</summary>
    internal const int NoOrderFrom = 7;

    private static readonly string[] words =
    [
        "batch",
        "time",
        "feature",
        "non_spatial",
        "spatial",
        "static",
        "dynamic",
        "dyn",
        "spatial_except_time",
        "except_time",
        "except_batch",
    ];

    private static readonly string[] kindsByName = ["dim", "stag", "tag", "stag-single"];
    private static readonly string[] kindsByOrder = ["s", "spatial", "d", "dyn", "dynamic", "static", "except_batch"];

    /// <summary>Whether RETURNN, of some behavior version, reads the text as a description of axes.</summary>
    internal static bool Knows(string text)
    {
        var word = text.ToLowerInvariant();
        return words.Contains(word)
            || word is "*" or "t?"
            || word.All("btf".Contains)
            || IsByName(word)
            || IsByOrder(word);
    }

    /// <summary>Whether the text counts axes: <c>spatial:0</c>.</summary>
    internal static bool IsByOrder(string text) =>
        Split(text.ToLowerInvariant()) is (var kind, { } rest)
        && kindsByOrder.Contains(kind)
        && int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>What was meant by a text that is no description of axes.</summary>
    internal static string? Near(string text) =>
        Split(text) switch
        {
            (_, null) => NearMiss.Find(text, words),
            // What follows is wrong then, and may be anything.
            (var kind, _) when kindsByName.Contains(kind) => null,
            (var kind, var rest) => NearMiss.Find(kind, kindsByName) is { } meant ? $"{meant}:{rest}" : null,
        };

    private static bool IsByName(string word) =>
        Split(word) switch
        {
            ("dim", { } size) => int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            ("stag" or "tag", not null) => true,
            ("stag-single", { } rest) => Split(rest) is (var index, not null)
                && int.TryParse(index, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            _ => false,
        };

    private static (string Kind, string? After) Split(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }
}
