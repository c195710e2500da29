using System.Text.RegularExpressions;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Docs;

/// <summary>What people read: the documents at the root and in <c>docs</c>.</summary>
internal static partial class Documents
{
    public static IReadOnlyList<string> Files { get; } =
    [
        .. RepositoryFiles.Tracked.Where(path =>
            path.EndsWith(".md", StringComparison.Ordinal)
            && (!path.Contains('/', StringComparison.Ordinal) || path.StartsWith("docs/", StringComparison.Ordinal))
        ),
    ];

    // The page of diagnostics shows what is wrong on purpose.
    private static readonly Lazy<IReadOnlyList<CodeBlock>> blocks = new(() =>
        [.. Files.Where(file => file != DiagnosticPage.File).SelectMany(file => BlocksOf(file, Read(file)))]
    );

    public static IReadOnlyList<CodeBlock> Blocks => blocks.Value;

    public static string Read(string file) => File.ReadAllText(RepositoryFiles.FullPath(file));

    public static CodeBlock At(string place) => Blocks.Single(block => block.Place == place);

    /// <summary>The program that the README begins with.</summary>
    public static CodeBlock FirstProgram => Blocks.First(block => block.File == "README.md" && block.IsProgram);

    /// <summary>Link targets inside the repository, without anchors.</summary>
    public static IEnumerable<string> Links(string file) =>
        Link().Matches(Read(file)).Select(match => match.Groups[1].Value);

    public static List<CodeBlock> BlocksOf(string file, string text)
    {
        var found = new List<CodeBlock>();
        CodeBlock? open = null;
        foreach (var (index, line) in text.TrimEnd('\n').Split('\n').Index())
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                open = open is null ? null : open with { Text = open.Text + line + "\n" };
            }
            else if (open is null)
            {
                open = new CodeBlock(file, index + 2, line[3..], "");
            }
            else
            {
                found.Add(open);
                open = null;
            }
        }

        return open is null ? found : throw new InvalidOperationException($"{open.Place}: the block has no end.");
    }

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]+)")]
    private static partial Regex Link();
}
