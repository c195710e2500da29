using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace NetDsl.Cli;

/// <summary>
/// What is wrong with a command line. The parser's own handling prints help to standard output and exits with 1,
/// and it takes an unknown option for the MODEL.
/// </summary>
internal static class UsageErrors
{
    /// <summary>The first error, or null if the command line can be run.</summary>
    public static Diagnostic? First(ParseResult result)
    {
        if (result.Action is not (ParseErrorAction or null) && result.Action != result.CommandResult.Command.Action)
        {
            // Help, version and completions are given whatever else is on the line.
            return null;
        }

        var command = result.CommandResult.Command;
        if (UnknownOption(result) is { } option)
        {
            var name = option.Split('=')[0];
            return ToolDiagnostics.Usage($"unknown option '{name}'", Spelling.Closest(name, OptionNames(result)));
        }

        if (command is RootCommand && result.UnmatchedTokens is [var verb, ..])
        {
            var verbs = command.Subcommands.Select(subcommand => subcommand.Name);
            return ToolDiagnostics.Usage($"unknown verb '{verb}'", Spelling.Closest(verb, verbs));
        }

        if (command is RootCommand)
        {
            return ToolDiagnostics.Usage("a verb is missing, such as emit", null);
        }

        return result.Errors is [var error, ..] ? ToolDiagnostics.Usage(error.Message.Trim().TrimEnd('.'), null) : null;
    }

    private static string? UnknownOption(ParseResult result) =>
        result
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })
            ?.Value;

    private static IEnumerable<string> OptionNames(ParseResult result)
    {
        for (SymbolResult? symbol = result.CommandResult; symbol is not null; symbol = symbol.Parent)
        {
            foreach (var option in ((CommandResult)symbol).Command.Options)
            {
                yield return option.Name;
            }
        }
    }
}
