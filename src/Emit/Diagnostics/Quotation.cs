using System.Text;

namespace NetDsl.Emit;

/// <summary>A piece of the user's text in a message: one line, whatever it holds.</summary>
internal static class Quotation
{
    /// <summary>The text in quotes, cut after so many characters.</summary>
    public static string Of(ReadOnlySpan<char> text, int longest = int.MaxValue) =>
        text.Length > longest ? $"\"{Escape(text[..longest])}...\"" : $"\"{Escape(text)}\"";

    /// <summary>The text without quotes.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var escaped = new StringBuilder();
        LiteralFormatter.AppendEscaped(escaped, text, ConfigFormat.Python);
        return escaped.ToString();
    }
}
