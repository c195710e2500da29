using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>Options with a fixed set of words.</summary>
internal static class Choice
{
    /// <summary>An option that takes one of the given words; what it means when absent is the type's default.</summary>
    public static Option<T> Of<T>(
        string name,
        string[] aliases,
        string description,
        params (string Word, T Value)[] choices
    )
        where T : struct, Enum
    {
        var words = choices.Select(choice => choice.Word).ToArray();
        var option = new Option<T>(name, aliases)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                var word = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
                var index = Array.IndexOf(words, word);
                if (index >= 0)
                {
                    return choices[index].Value;
                }

                result.AddError($"'{word}' is not a value of {name}, which is one of {string.Join(", ", words)}");
                return default;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
