using System.Collections.Frozen;

namespace NetDsl.LayerApiGenerator;

/// <summary>From RETURNN's names to those of C#.</summary>
internal sealed class Naming(IReadOnlyDictionary<string, string> own)
{
    private static readonly FrozenSet<string> keywords = FrozenSet.ToFrozenSet(
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>A name as code.</summary>
    public static string Code(string name) => keywords.Contains(name) ? "@" + name : name;

    /// <summary><c>filter_size</c> as <c>FilterSize</c>.</summary>
    public string Pascal(string name)
    {
        if (own.TryGetValue(name, out var chosen))
        {
            return char.ToUpperInvariant(chosen[0]) + chosen[1..];
        }

        var parts = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    /// <summary><c>filter_size</c> as <c>filterSize</c>.</summary>
    public string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
