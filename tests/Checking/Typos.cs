namespace NetDsl.Tests.Checking;

/// <summary>What becomes of a word when one finger slips.</summary>
internal static class Typos
{
    private static readonly string[] rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>One letter less, each once.</summary>
    public static IEnumerable<string> Deletions(string word) =>
        Places(word).Select(at => word.Remove(at, 1)).Where(typo => typo.Length > 0);

    /// <summary>A letter twice, or one of its neighbours besides.</summary>
    public static IEnumerable<string> Insertions(string word) =>
        Places(word).SelectMany(at => Near(word[at]).Append(word[at]).Select(letter => word.Insert(at, $"{letter}")));

    /// <summary>A neighbour instead of a letter.</summary>
    public static IEnumerable<string> Substitutions(string word) =>
        Places(word).SelectMany(at => Near(word[at]).Select(letter => word.Remove(at, 1).Insert(at, $"{letter}")));

    /// <summary>Two letters in the wrong order.</summary>
    public static IEnumerable<string> Transpositions(string word) =>
        Places(word).Skip(1).Select(at => word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..]);

    /// <summary>So many of each kind at most, always the same ones.</summary>
    public static IEnumerable<string> Of(string word, int ofEach)
    {
        IEnumerable<string>[] kinds = [Deletions(word), Insertions(word), Substitutions(word), Transpositions(word)];
        return kinds
            .SelectMany(typos => Spread([.. typos.Where(typo => typo != word).Distinct()], ofEach))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Spread(List<string> typos, int count) =>
        typos.Count <= count ? typos : Enumerable.Range(0, count).Select(i => typos[i * typos.Count / count]);

    private static IEnumerable<int> Places(string word) => Enumerable.Range(0, word.Length);

    private static IEnumerable<char> Near(char letter)
    {
        if (letter == '_')
        {
            return ['-', '0'];
        }

        var lower = char.ToLowerInvariant(letter);
        var row = Array.FindIndex(rows, keys => keys.Contains(lower));
        if (row < 0)
        {
            return [];
        }

        var column = rows[row].IndexOf(lower, StringComparison.Ordinal);
        (int Row, int Column)[] places =
        [
            (row, column - 1),
            (row, column + 1),
            (row - 1, column),
            (row - 1, column + 1),
            (row + 1, column),
            (row + 1, column - 1),
        ];
        return places
            .Where(place => place.Row is >= 0 and < 4 && place.Column >= 0 && place.Column < rows[place.Row].Length)
            .Select(place => rows[place.Row][place.Column]);
    }
}
