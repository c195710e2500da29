namespace NetDsl.Emit;

/// <summary>The text of a config and where it comes from. Offsets become lines and columns only when somebody asks.</summary>
internal sealed class ImportSource(string text, string path)
{
    private int[]? lineStarts;

    public string Text { get; } = text;

    public string Path { get; } = path;

    /// <summary>The place of a character; lines end in LF, CR LF or CR, as Python has it.</summary>
    public SourceLocation At(int offset)
    {
        lineStarts ??= FindLines();
        var line = Array.BinarySearch(lineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new(Path, line + 1, offset - lineStarts[line] + 1);
    }

    private int[] FindLines()
    {
        var starts = new List<int> { 0 };
        var at = 0;
        while (Text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var length)
        {
            at += length;
            at += Text[at] == '\r' && at + 1 < Text.Length && Text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        return [.. starts];
    }
}
