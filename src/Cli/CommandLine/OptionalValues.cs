namespace NetDsl.Cli;

/// <summary>
/// Options whose value is optional take it only after <c>=</c>. The parser would take the next word,
/// so that <c>emit --warnaserror model.cs</c> would lack its MODEL; a bare one is therefore written out before parsing.
/// </summary>
internal static class OptionalValues
{
    /// <summary>The value of an option that was given without one.</summary>
    public const string All = "*";

    public const string WarningsAsErrors = "--warnaserror";
    public const string NoLower = "--no-lower";

    public static IReadOnlyList<string> WriteOut(IReadOnlyList<string> args)
    {
        var literal = false;
        var written = new List<string>(args.Count);
        foreach (var arg in args)
        {
            literal |= arg == "--";
            written.Add(!literal && arg is WarningsAsErrors or NoLower ? $"{arg}={All}" : arg);
        }

        return written;
    }
}
