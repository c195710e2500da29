namespace NetDsl;

/// <summary>A place in the user's source: what a diagnostic points at.</summary>
/// <param name="Path">The file as the compiler saw it.</param>
/// <param name="Line">1 is the first line; 0 if unknown.</param>
/// <param name="Column">1 is the first character; callers' lines are known without it, then it is 1.</param>
public readonly record struct SourceLocation(string Path, int Line, int Column = 1)
{
    /// <summary>No place in any file.</summary>
    public static SourceLocation None => new("", 0);

    /// <summary>Whether there is a place to show.</summary>
    public bool IsKnown => Line > 0;

    /// <summary><c>path(line,column)</c>, as compilers print it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}({Line},{Column})");
}
