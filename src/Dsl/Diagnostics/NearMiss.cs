namespace NetDsl;

/// <summary>What somebody may have meant by a word that nobody knows.</summary>
internal static class NearMiss
{
    // No word of RETURNN is that long, and the distance takes time by the square.
    private const int LongestWord = 100;

    // A slip to a key that is far off is less likely than any other; that decides only between words that are as near.
    private const int Edit = 256;
    private const int FarKey = 1;

    private const int RowLength = 10;
    private const string Keys = "1234567890qwertyuiopasdfghjkl;zxcvbnm,._";

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
        var least = (limit + 1) * Edit;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) * Edit >= least || candidate.Length <= 1)
            {
                continue;
            }

            var cost = Cost(word, candidate);
            // Of a word with more letters wrong than right nothing is left.
            if (cost < least && cost / Edit * 2 <= candidate.Length)
            {
                (best, least) = (candidate, cost);
            }
        }

        return best;
    }

    private static int Cost(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j * Edit;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i * Edit;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = last[j - 1] + Change(a[i - 1], b[j - 1]);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + Edit);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + Edit);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static int Change(char a, char b) =>
        Same(a, b) ? 0
        : AreNeighbours(a, b) ? Edit
        : Edit + FarKey;

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);

    private static bool AreNeighbours(char a, char b)
    {
        var (x, y) = (PlaceOf(a), PlaceOf(b));
        return x >= 0
            && y >= 0
            && Math.Abs(x / RowLength - y / RowLength) <= 1
            && Math.Abs(x % RowLength - y % RowLength) <= 1;
    }

    private static int PlaceOf(char letter) => Keys.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
}
