using System.Buffers;
using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>What Python takes as a name, and how the name of a dim becomes the stem of one.</summary>
internal static class PythonIdentifier
{
    /// <summary>How every variable of a dim ends. No keyword and no builtin of Python does.</summary>
    public const string DimSuffix = "_dim";

    // A derived dim is named after its expression, which grows with every step.
    private const int LongestDerivedStem = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> keywords = FrozenSet
        .Create(
            StringComparer.Ordinal,
            [
                .. "False None True and as assert async await break class continue def del elif else except finally".Split(
                    ' '
                ),
                .. "for from global if import in is lambda nonlocal not or pass raise return try while with yield".Split(
                    ' '
                ),
            ]
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> identifierChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789"
    );

    /// <summary>Whether a word is one of Python's own, which no name can be.</summary>
    public static bool IsKeyword(ReadOnlySpan<char> word) => keywords.Contains(word);

    /// <summary>
    /// Whether a name can stand at the left of a top-level <c>=</c>: an ASCII identifier that is no keyword, none of the names
    /// that the file imports, and none of Python's own (<c>__debug__</c> cannot be assigned, <c>__builtins__</c> must not be).
    /// </summary>
    public static bool CanBeKey(string name) =>
        IsIdentifier(name)
        && !IsKeyword(name)
        && !PythonImports.Names.Contains(name)
        && !(name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal));

    /// <summary>The variable name of a dim without <see cref="DimSuffix"/> (contract 11).</summary>
    public static string DimStem(Dim dim)
    {
        var stem = string.Create(
            dim.Name.Length,
            dim.Name,
            static (stem, name) =>
            {
                name.CopyTo(stem);
                stem.ReplaceAnyExcept(identifierChars, '_');
            }
        );
        if (dim.Expression is not null)
        {
            stem = ShortenDerived(stem);
        }

        if (stem.EndsWith(DimSuffix, StringComparison.Ordinal))
        {
            stem = stem[..^DimSuffix.Length];
        }

        return stem.Length > 0 && char.IsAsciiDigit(stem[0]) ? "_" + stem : stem;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(identifierChars);

    // `(time+1)//2` reads better as `time_1_2` than as `_time_1___2`.
    private static string ShortenDerived(string stem)
    {
        var words = stem.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('_', words);
        return joined.Length > LongestDerivedStem ? joined[..LongestDerivedStem] : joined;
    }
}
