namespace NetDsl.Emit;

/// <summary>Where to go on behind an error: at the next line that can only be the begin of a statement.</summary>
internal static class PythonRecovery
{
    /// <summary>The start of that line, or the end of the text.</summary>
    public static int FindStatement(string text, int from)
    {
        while (text.AsSpan(from).IndexOfAny('\n', '\r') is >= 0 and var length)
        {
            from += length + 1;
            if (BeginsStatement(text.AsSpan(from)))
            {
                return from;
            }
        }

        return text.Length;
    }

    private static bool BeginsStatement(ReadOnlySpan<char> line)
    {
        if (line.StartsWith('@'))
        {
            return true;
        }

        var length = 0;
        while (length < line.Length && (char.IsLetterOrDigit(line[length]) || line[length] == '_'))
        {
            length++;
        }

        if (length == 0 || char.IsDigit(line[0]))
        {
            return false;
        }

        if (PythonIdentifier.IsKeyword(line[..length]))
        {
            return PythonKeywords.BeginsStatement(line[..length]);
        }

        var rest = line[length..];
        rest = rest[(rest.IndexOfAnyExcept(' ', '\t') is >= 0 and var blanks ? blanks : rest.Length)..];
        return rest.Length > 1
            && (rest[0] is '(' or '[' or '.' or ':' || (rest[0] == '=' && rest[1] != '=') || IsAugmented(rest));
    }

    private static bool IsAugmented(ReadOnlySpan<char> rest) =>
        rest[0] is '+' or '-' or '*' or '/' or '|' or '&' && (rest[1] == '=' || rest[1..].StartsWith("/="));
}
