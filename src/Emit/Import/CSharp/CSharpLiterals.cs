using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Texts and numbers as C# has them.</summary>
internal static class CSharpLiterals
{
    /// <summary>A text in quotes; with more of them around it where it holds quotes or backslashes itself.</summary>
    public static string Text(string value) => CanBeRaw(value) ? Raw(value) : Escaped(value);

    /// <summary>A real number that C# reads as the same double.</summary>
    public static string Real(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "double.NaN"
                : value > 0 ? "double.PositiveInfinity"
                : "double.NegativeInfinity";
        }

        var text = new StringBuilder();
        LiteralFormatter.AppendReal(text, value);
        return text.ToString();
    }

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines between quotes that have lines of their own.</summary>
    public static string Lines(string value, int indent)
    {
        var quotes = new string('"', QuotesAround(value));
        var margin = new string(' ', indent);
        var lines = value.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "" : margin + line);
        return $"{quotes}\n{string.Join('\n', lines)}\n{margin}{quotes}";
    }

    private static bool CanBeRaw(string value) =>
        value.AsSpan().ContainsAny('"', '\\')
        && value is not (['"', ..] or [.., '"'])
        && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Raw(string value)
    {
        var quotes = new string('"', QuotesAround(value));
        return quotes + value + quotes;
    }

    private static int QuotesAround(string value)
    {
        var (longest, run) = (0, 0);
        foreach (var c in value)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return Math.Max(3, longest + 1);
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return text.Append('"').ToString();
    }
}
