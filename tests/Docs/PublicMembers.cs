using System.Text.RegularExpressions;
using NetDsl.Tests.Repository;

namespace NetDsl.Tests.Docs;

/// <summary>A method or constructor as C# writes it, without namespaces and without what the compiler fills in.</summary>
/// <param name="Name">Its name; that of the type for a constructor.</param>
/// <param name="Arguments">Between the parentheses.</param>
/// <param name="Result">What comes back; <c>void</c> for a constructor.</param>
/// <param name="IsStatic">Whether it is called on the type.</param>
internal sealed record PublicMethod(string Name, string Arguments, string Result, bool IsStatic);

/// <summary>What a type offers, read from the list of all that is public: it is kept by the build, with names and defaults.</summary>
internal sealed partial class PublicMembers
{
    private readonly List<string> lines;

    /// <param name="project">The folder below <c>src</c>.</param>
    /// <param name="type">With its namespace.</param>
    public PublicMembers(string project, string type)
    {
        lines =
        [
            .. File.ReadLines(RepositoryFiles.FullPath("src", project, "PublicAPI.Unshipped.txt"))
                .Where(line =>
                    line.Replace("static ", "", StringComparison.Ordinal)
                        .StartsWith(type + ".", StringComparison.Ordinal)
                ),
        ];
        Methods =
        [
            .. lines
                .Select(line => (line, match: Method().Match(line)))
                .Where(item => item.match.Success && item.match.Groups["name"].Value != "operator")
                .Select(item => new PublicMethod(
                    item.match.Groups["name"].Value,
                    CompilerFilled().Replace(Short(item.match.Groups["arguments"].Value), ""),
                    Short(item.match.Groups["result"].Value),
                    item.line.StartsWith("static ", StringComparison.Ordinal)
                )),
        ];
        Properties =
        [
            .. lines
                .Select(line => Property().Match(line))
                .Where(match => match.Success)
                .Select(match => (match.Groups["name"].Value, Short(match.Groups["type"].Value))),
        ];
    }

    public IReadOnlyList<PublicMethod> Methods { get; }

    public IReadOnlyList<(string Name, string Type)> Properties { get; }

    private static string Short(string text) => Noise().Replace(text, "");

    [GeneratedRegex(@"^(static )?[\w.]+\.(?<name>\w+)\((?<arguments>.*)\) -> (?<result>.+)$")]
    private static partial Regex Method();

    [GeneratedRegex(@"^[\w.]+\.(?<name>\w+)\.get -> (?<type>.+)$")]
    private static partial Regex Property();

    [GeneratedRegex(@"\b(?:NetDsl\.(?:Layers\.)?|System\.(?:Collections\.(?:Generic|Immutable)\.)?)(?=[A-Z])|!")]
    private static partial Regex Noise();

    [GeneratedRegex("(, )?string file = \"\"(, int line = 0)?")]
    private static partial Regex CompilerFilled();
}
