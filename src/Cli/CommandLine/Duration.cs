using System.CommandLine;
using System.Globalization;

namespace NetDsl.Cli;

/// <summary>Options that are a number of seconds.</summary>
internal static class Duration
{
    // A week: whoever waits longer can leave the option out.
    private const int Longest = 7 * 24 * 60 * 60;

    /// <summary>An option that takes whole seconds, 1 or more.</summary>
    public static Option<TimeSpan?> Of(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "SECONDS",
            CustomParser = result =>
            {
                var text = result.Tokens is [var token] ? token.Value : "";
                if (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is > 0 and <= Longest
                )
                {
                    return TimeSpan.FromSeconds(seconds);
                }

                result.AddError(
                    FormattableString.Invariant(
                        $"'{text}' is not a value of {name}, which is a whole number of seconds, 1 to {Longest}"
                    )
                );
                return null;
            },
        };
}
