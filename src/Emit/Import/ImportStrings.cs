namespace NetDsl.Emit;

/// <summary>One object for each short text that comes often: <c>class</c>, <c>from</c>, the names of layers.</summary>
internal sealed class ImportStrings
{
    private const int LongestShared = 32;

    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public ImportStrings() => lookup = shared.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestShared)
        {
            return text.ToString();
        }

        if (!lookup.TryGetValue(text, out var known))
        {
            known = text.ToString();
            shared.Add(known);
        }

        return known;
    }
}
