using System.Text;
using System.Text.RegularExpressions;

namespace NetDsl.Tests.Fuzzing;

/// <summary>
/// Makes configs that nobody would write of those that somebody has written: with words, numbers and whole parts in places of others,
/// so that most can still be read, and with bytes that fit nowhere.
/// </summary>
internal sealed partial class Mutator(IReadOnlyList<string> corpus)
{
    private static readonly string[] foreign =
    [
        "0",
        "-1",
        "1e999",
        "4294967296",
        "123456789012345678901234567890",
        "0.5",
        "\"\"",
        "\"data\"",
        "\"base:base:data\"",
        "\"prev:output\"",
        "\"output\"",
        "[]",
        "{}",
        "()",
        "[[[]]]",
        "None",
        "null",
        "true",
        "True",
        "lambda x: x",
        "{\"class\": \"copy\", \"from\": \"output\"}",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"{{ x }} ${y}\"",
        "\"\"\"",
        "'''",
        "\\",
        "\n",
        "\r\n",
        "\0",
        "\ufeff",
        "\u202e",
        "#",
        "//",
        "[",
        "{",
        "(",
        "\"",
    ];

    private readonly string[] tokens =
    [
        .. corpus
            .SelectMany(text => Tokens().Matches(text).Select(match => match.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A new text; the same one for the same numbers.</summary>
    public string Next(FuzzNumbers numbers)
    {
        var text = new StringBuilder(numbers.OneOf(corpus));
        for (var count = 1 + numbers.Below(4); count > 0; count--)
        {
            switch (numbers.Below(12))
            {
                case < 7:
                    Exchange(text, numbers);
                    break;
                case 7:
                    Insert(text, numbers.Below(text.Length + 1), numbers.OneOf(foreign));
                    break;
                case 8:
                    Remove(text, numbers);
                    break;
                case 9:
                    Insert(text, numbers.Below(text.Length + 1), Part(text.ToString(), numbers));
                    break;
                case 10:
                    Insert(text, numbers.Below(text.Length + 1), Part(numbers.OneOf(corpus), numbers));
                    break;
                default:
                    Insert(text, numbers.Below(text.Length + 1), ((char)numbers.Below(0x10000)).ToString());
                    break;
            }
        }

        return text.ToString();
    }

    // A word, number or text in the place of another.
    private void Exchange(StringBuilder text, FuzzNumbers numbers)
    {
        var places = Tokens().Matches(text.ToString());
        if (places.Count == 0)
        {
            return;
        }

        var place = places[numbers.Below(places.Count)];
        var by = numbers.Below(4) switch
        {
            0 => numbers.OneOf(foreign),
            1 => places[numbers.Below(places.Count)].Value,
            _ => numbers.OneOf(tokens),
        };
        text.Remove(place.Index, place.Length);
        Insert(text, place.Index, by);
    }

    private static void Remove(StringBuilder text, FuzzNumbers numbers)
    {
        if (text.Length > 0)
        {
            var start = numbers.Below(text.Length);
            text.Remove(start, Math.Min(1 + numbers.Below(60), text.Length - start));
        }
    }

    private static string Part(string text, FuzzNumbers numbers)
    {
        var start = numbers.Below(text.Length + 1);
        return text.Substring(start, Math.Min(numbers.Below(300), text.Length - start));
    }

    private static void Insert(StringBuilder text, int place, string part) => text.Insert(place, part);

    [GeneratedRegex("""(?:"[^"\n]*"|[A-Za-z_][A-Za-z_0-9]*|-?[0-9][0-9.e+-]*)""")]
    private static partial Regex Tokens();
}
