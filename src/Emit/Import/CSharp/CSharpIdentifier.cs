using System.Text;

namespace NetDsl.Emit;

/// <summary>Names of C# made of other names.</summary>
internal static class CSharpIdentifier
{
    /// <summary>The name of a method or class: each part begins with a capital letter.</summary>
    public static string Pascal(string name, string otherwise)
    {
        var text = new StringBuilder();
        var begins = true;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                text.Append(begins ? char.ToUpperInvariant(c) : c);
                begins = false;
            }
            else
            {
                begins = true;
            }
        }

        return text.Length == 0 ? otherwise
            : char.IsAsciiDigit(text[0]) ? otherwise + text
            : text.ToString();
    }

    /// <summary>The name of a variable.</summary>
    public static string Camel(string name, string otherwise)
    {
        var pascal = Pascal(name, otherwise);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
