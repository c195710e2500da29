using System.CommandLine;
using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>The spelling of <c>graph</c> on the command line.</summary>
internal sealed class GraphVerb
{
    private readonly Argument<string> input = new("MODEL")
    {
        Description = "A model (.cs, .csproj, folder, .dll) or a config (.py, .config, .json).",
    };

    private readonly Option<string[]> models = new("--model")
    {
        Description = "Which of several models.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> output = FilePath.Of(
        "--output",
        "Write to FILE instead of standard output.",
        "-o"
    );

    private readonly Option<PictureFormat> format = Choice.Of(
        "--format",
        ["-f"],
        "The form of the picture; html is one page that folds and searches.",
        ("html", PictureFormat.Html),
        ("svg", PictureFormat.Svg),
        ("dot", PictureFormat.Dot),
        ("mermaid", PictureFormat.Mermaid),
        ("json", PictureFormat.Json)
    );

    private readonly Option<int?> depth = new("--depth")
    {
        Description = "Show modules N deep; html can unfold the rest.",
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }

            result.AddError($"'{text}' is not a value of --depth, which is a whole number, 0 or more");
            return null;
        },
    };

    private readonly Option<string?> against = FilePath.Of(
        "--against",
        "Mark what differs from FILE, an older model or config."
    );

    private GraphVerb() { }

    /// <summary>The verb, with a MODEL argument unless the models are given.</summary>
    public static Command Create(CliHost host, GlobalOptions globals, IReadOnlyList<Delegate>? given)
    {
        var verb = new GraphVerb();
        var command = new Command("graph", "Draw a net.");
        if (given is null)
        {
            command.Add(verb.input);
        }

        Option[] options = [verb.output, verb.format, verb.depth, verb.against, verb.models];
        foreach (var option in options)
        {
            command.Add(option);
        }

        globals.Guard(command);
        command.SetAction(result =>
        {
            var graph = verb.Read(result, given is null);
            return new VerbRunner(host, globals).Run(
                result,
                new VerbFiles([graph.Input, graph.Against], [graph.Output]),
                settings =>
                    new GraphCommand(
                        host,
                        graph,
                        new NetInput(host, new ModelSource(host, settings, given)),
                        new NetInput(host, new ModelSource(host, settings, null))
                    ).Run
            );
        });
        return command;
    }

    private GraphSettings Read(ParseResult result, bool hasModel) =>
        new(hasModel ? result.GetValue(input) : null, [.. result.GetValue(models) ?? []])
        {
            Output = result.GetValue(output),
            Format = result.GetValue(format),
            Depth = result.GetValue(depth),
            Against = result.GetValue(against),
        };
}
