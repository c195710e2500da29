namespace NetDsl;

/// <summary>What somebody may have meant by a word that nobody knows.</summary>
internal static class NearMiss
{
    // No word of RETURNN is that long, and the distance takes time by the square.
    private const int LongestWord = 100;

    /// <summary>The candidate nearest to the word, the first of several; null if none is near.</summary>
    internal static string? Find(string word, IEnumerable<string> candidates) =>
        Find(word, candidates, Math.Max(1, word.Length / 3));

    /// <summary>The candidate nearest to the word, at most so many edits away: letters added, left out, changed or swapped with their neighbour.</summary>
    internal static string? Find(string word, IEnumerable<string> candidates, int limit)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        string? best = null;
        var fewest = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= fewest || candidate.Length <= 1)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            // Of a word with more letters wrong than right nothing is left.
            if (distance < fewest && distance * 2 <= candidate.Length)
            {
                (best, fewest) = (candidate, distance);
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
