namespace NetDsl.Emit;

/// <summary>Whether a piece of Python has a name in it, be it in a text.</summary>
internal static class NameInCode
{
    internal static bool IsIn(string code, string name)
    {
        for (var at = 0; (at = code.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            var end = at + name.Length;
            if ((at == 0 || !IsPart(code[at - 1])) && (end == code.Length || !IsPart(code[end])))
            {
                return true;
            }
        }

        return false;

        static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
    }
}
