namespace NetDsl;

/// <summary>The alphabet of names that RETURNN and TensorFlow take unchanged (contract 3.1).</summary>
internal static class LayerNames
{
    /// <summary>Whether a character may stand in a layer name.</summary>
    internal static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';

    /// <summary>Whether a layer name is safe: <c>[A-Za-z0-9][A-Za-z0-9_.]*</c>.</summary>
    internal static bool IsSafe(ReadOnlySpan<char> name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && AreAllowed(name);

    /// <summary>Whether all parts of a name between slashes are safe.</summary>
    internal static bool IsSafePath(ReadOnlySpan<char> name)
    {
        foreach (var part in name.Split('/'))
        {
            if (!IsSafe(name[part]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether RETURNN reads a layer name as something else: the input of a net, or a source to skip.</summary>
    internal static bool IsReserved(string name) => name is "data" or "none";

    /// <summary>What RETURNN makes of a name when it opens a variable scope; names equal here share variables.</summary>
    internal static string ScopeOf(string name)
    {
        if (AreAllowed(name))
        {
            return name;
        }

        var text = new System.Text.StringBuilder();
        foreach (var c in name)
        {
            _ = c switch
            {
                > '\x7f' => text,
                ':' or '(' or ')' or '{' or '}' or '&' or '+' or '-' or '*' or '\'' or '"' or ' ' or ',' => text.Append(
                    "__"
                ),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    private static bool AreAllowed(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!IsAllowed(c))
            {
                return false;
            }
        }

        return true;
    }
}
