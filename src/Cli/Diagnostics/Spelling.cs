namespace NetDsl.Cli;

/// <summary>What somebody may have meant.</summary>
internal static class Spelling
{
    private const int MostNear = 5;

    /// <summary>The candidate with the fewest differing letters, or null if none is near.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates) =>
        ByDistance(word, candidates).Select(near => near.Candidate).FirstOrDefault();

    /// <summary>The candidates with the fewest differing letters, a handful at most.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates)
    {
        var near = ByDistance(word, candidates).ToList();
        return
        [
            .. near.TakeWhile(pair => pair.Distance == near[0].Distance).Select(pair => pair.Candidate).Take(MostNear),
        ];
    }

    private static IEnumerable<(string Candidate, int Distance)> ByDistance(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit)
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= limit && pair.Distance < pair.Candidate.Length)
            .OrderBy(pair => pair.Distance);
    }

    private static int Distance(string a, string b)
    {
        // Letters added, left out, changed, or swapped with their neighbour count one each.
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1),
                        rows[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1)
                    ),
                };
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
