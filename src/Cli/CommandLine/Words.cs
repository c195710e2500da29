namespace NetDsl.Cli;

/// <summary>The words that a setting can be, with what they mean.</summary>
internal sealed class Words<T>(params (string Word, T Value)[] choices)
    where T : struct, Enum
{
    /// <summary>In the order in which they are shown.</summary>
    public string[] All { get; } = [.. choices.Select(choice => choice.Word)];

    public bool TryParse(string word, out T value)
    {
        var index = Array.IndexOf(All, word);
        value = index >= 0 ? choices[index].Value : default;
        return index >= 0;
    }
}
