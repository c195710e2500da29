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
        where T : struct, Enum => Of(name, aliases, description, new Words<T>(choices));

    /// <summary>An option that takes one of the given words; what it means when absent is the type's default.</summary>
    public static Option<T> Of<T>(string name, string[] aliases, string description, Words<T> words)
        where T : struct, Enum
    {
        var option = new Option<T>(name, aliases)
        {
            Description = description,
            HelpName = string.Join('|', words.All),
            CustomParser = result =>
            {
                var word = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
                if (words.TryParse(word, out var value))
                {
                    return value;
                }

                result.AddError($"'{word}' is not a value of {name}, which is one of {string.Join(", ", words.All)}");
                return default;
            },
        };
        // By default the members of the enum are completed.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words.All);
        return option;
    }
}
