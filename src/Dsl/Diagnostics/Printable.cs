using System.Globalization;
using System.Text;

namespace NetDsl;

/// <summary>Names of users in messages: whatever they hold, a message stays one line of printable ASCII.</summary>
internal static class Printable
{
    private const int LongestQuote = 80;

    /// <summary>The text with everything else than printable ASCII escaped.</summary>
    internal static string Text(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character is >= ' ' and <= '~' ? result.Append(character) : Escape(result, character);
        }

        return result.ToString();
    }

    /// <summary>A name in quotes, and not too long.</summary>
    internal static string Quoted(string name)
    {
        var result = new StringBuilder("\"");
        foreach (var character in name.Length > LongestQuote ? name[..(LongestQuote - 3)] + "..." : name)
        {
            _ = character is >= ' ' and <= '~' and not '"' and not '\\'
                ? result.Append(character)
                : Escape(result, character);
        }

        return result.Append('"').ToString();
    }

    private static StringBuilder Escape(StringBuilder text, char character) =>
        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
}
