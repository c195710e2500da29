using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NetDsl.Emit;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Docs;

/// <summary>The page of functions: what their XML documentation says, and what an example of each becomes.</summary>
internal sealed class FunctionPage
{
    public const string File = "docs/functions.md";

    private static readonly (string File, string Title)[] kinds =
    [
        ("Elementwise", "Entry by entry"),
        ("Activations", "Entry by entry"),
        ("Reduce", "Over dims"),
        ("Losses", "For losses"),
        ("Reshape", "Dims"),
        ("Lengths", "Frames and their number"),
        ("Frames", "Frames and their number"),
        ("Select", "Choosing entries"),
        ("Sequence", "Along a dim"),
        ("Spatial", "Windows"),
        ("Random", "Random numbers"),
        ("Gradient", "Gradients"),
        ("Control", "Conditions and steps"),
        ("Loop", "Loops and decoding"),
    ];

    private static readonly Lazy<IReadOnlyList<string>> calls = new(() =>
        [.. System.IO.File.ReadLines(RepositoryFiles.FullPath("tests", "Docs", "functions.txt"))]
    );

    /// <summary>The names of all functions that users can call.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. new PublicMembers("Dsl", typeof(Ops).FullName!).Methods.Select(method => method.Name).Distinct()];

    /// <summary>One program with a model for each example, in the order of the examples.</summary>
    public static string Program()
    {
        var prelude = System.IO.File.ReadAllLines(RepositoryFiles.FullPath("tests", "Docs", "functions.prelude.txt"));
        var models = calls.Value.Select(
            (call, index) =>
                $$"""
                    static Net F{{index.ToString(CultureInfo.InvariantCulture)}}()
                    {
                        var net = new Net("f{{index.ToString(CultureInfo.InvariantCulture)}}");
                    {{string.Join('\n', prelude.Where(line => IsWanted(line, call)))}}
                        {{(
                        NameOf(call) == nameof(Ops.When)
                            ? $"{CallOf(call)};net.Output(data);"
                            : $"net.Output({CallOf(call)});"
                    )}}
                        return net;
                    }
                    """
        );
        var names = string.Join(
            ", ",
            calls.Value.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"F{index}"))
        );
        return $"""
            using NetDsl;
            using static NetDsl.Ops;

            return NetDslCli.Run(args, {names});

            {string.Join('\n', models)}
            """;
    }

    // A parameter that nothing reads is complained about.
    private static bool IsWanted(string line, string call) =>
        !line.Contains("new Parameter(", StringComparison.Ordinal)
        || call.Contains(line.Trim().Split(' ')[1], StringComparison.Ordinal);

    /// <summary>The whole page.</summary>
    /// <param name="emitted">What the models of the program became.</param>
    public static string Write(IReadOnlyList<NetStatistics> emitted)
    {
        var docs = new XmlDocs(typeof(Ops).Assembly, _ => null);
        var rows = calls.Value.Zip(emitted, (call, net) => (call, net)).ToLookup(row => TitleOf(NameOf(row.call)));
        var text = new StringBuilder(
            """
            # Functions of tensors

            Written by the tests from the documentation of `Ops` and from what the examples become: change those, then run `scripts/update-snapshots.sh`.

            With `using static NetDsl.Ops;` they are called by name. The operators `+ - * / < <= > >=` and unary `-` are functions entry by entry, too. In the examples `data` and `other` are [batch, time, features], `logits` [batch, time, phones], `labels` class indices [batch, time], `phonemes` class indices along a time of their own. The last column counts the layers of the whole example. The numbers of a loss are added to the net by `net.Loss`; RETURNN's own loss takes their place where there is one. Layer classes that are not here are in [layers.md](layers.md), modules in [modules.md](modules.md).

            """.ReplaceLineEndings("\n")
        );
        foreach (var title in kinds.Select(kind => kind.Title).Distinct())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {title}\n\n| function | what it is | example | layers |\n|---|---|---|---|\n"
            );
            foreach (var (call, net) in rows[title])
            {
                var name = NameOf(call);
                var what = docs.Summaries($"M:{typeof(Ops).FullName}.{name}(")[SameBefore(call)]
                    .Replace("`Ops.", "`", StringComparison.Ordinal)
                    .Replace("|", "\\|", StringComparison.Ordinal);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{name}` | {what} | `{CallOf(call)}` | {LayerCounts.Of(net)} |\n"
                );
            }
        }

        return text.ToString();
    }

    /// <summary>The function that an example is about.</summary>
    public static string NameOf(string call) => call.Split('(', ':')[0];

    // "Masked: Loop(...)": a function that is called only inside of another.
    private static string CallOf(string call)
    {
        var prefix = NameOf(call) + ": ";
        return call.StartsWith(prefix, StringComparison.Ordinal) ? call[prefix.Length..] : call;
    }

    public static IEnumerable<string> Shown => calls.Value.Select(NameOf);

    // Examples of overloads are in the order of the overloads.
    private static int SameBefore(string call) =>
        calls.Value.TakeWhile(other => other != call).Count(other => NameOf(other) == NameOf(call));

    private static string TitleOf(string name) =>
        kinds
            .First(kind =>
                Regex.IsMatch(
                    System.IO.File.ReadAllText(RepositoryFiles.FullPath("src", "Dsl", "Ops", $"Ops.{kind.File}.cs")),
                    $@"^    public static [\w<>(), ]*?\b{name}\(",
                    RegexOptions.Multiline
                )
            )
            .Title;
}
