namespace NetDsl.Emit;

/// <summary>What a keyword says about the statement that begins with it.</summary>
internal static class PythonKeywords
{
    /// <summary>Whether a statement that begins with this keyword has a block.</summary>
    public static bool HasBlock(ReadOnlySpan<char> word) =>
        word is "def" or "class" or "if" or "for" or "while" or "with" or "try" or "async";

    /// <summary>Whether a clause of the statement before it begins with this keyword.</summary>
    public static bool GoesOn(ReadOnlySpan<char> word) => word is "elif" or "else" or "except" or "finally";

    /// <summary>Whether a line that begins with this keyword is a statement for sure, also behind an open bracket.</summary>
    public static bool BeginsStatement(ReadOnlySpan<char> word) =>
        HasBlock(word) || word is "import" or "from" or "return" or "assert" or "del" or "global" or "pass" or "raise";
}
