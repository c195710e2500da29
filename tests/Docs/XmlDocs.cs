using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetDsl.Tests.Docs;

/// <summary>The XML documentation of an assembly, in Markdown.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<string, (int Place, XElement Member)> members;
    private readonly Func<string, string?> anchor;

    /// <param name="assembly">The assembly that the compiler wrote documentation for.</param>
    /// <param name="anchor">Where on the page a type is dealt with; null for nowhere.</param>
    public XmlDocs(System.Reflection.Assembly assembly, Func<string, string?> anchor)
    {
        this.anchor = anchor;
        members = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
            .Descendants("member")
            .Index()
            .ToDictionary(item => item.Item.Attribute("name")!.Value, item => (item.Index, item.Item));
    }

    /// <summary>The ID of a method by all that stands before its arguments: what is documented here has no overloads.</summary>
    public string? Method(string start) =>
        members.ContainsKey(start)
            ? start
            : members.Keys.SingleOrDefault(id => id.StartsWith(start + "(", StringComparison.Ordinal));

    /// <summary>The place of a member in its source.</summary>
    public int PlaceOf(string id) => members[id].Place;

    public string Summary(string id) => Text(id, "summary");

    /// <summary>What the overloads of a method say, in the order of the source.</summary>
    public IReadOnlyList<string> Summaries(string start) =>
        [
            .. members
                .Where(item => item.Key.StartsWith(start, StringComparison.Ordinal))
                .OrderBy(item => item.Value.Place)
                .Select(item => Summary(item.Key)),
        ];

    public string Remarks(string id) => Text(id, "remarks");

    public string Returns(string id) => Text(id, "returns");

    /// <summary>The arguments of a method, without those that the compiler fills in.</summary>
    public IReadOnlyList<(string Name, string What)> Parameters(string id) =>
        [
            .. members[id]
                .Member.Elements("param")
                .Select(element => (Name: element.Attribute("name")!.Value, What: Markdown(element)))
                .Where(parameter => parameter.Name is not ("file" or "line")),
        ];

    /// <summary>The lines of the example, without what all are indented by.</summary>
    public string Example(string id)
    {
        var code = members.TryGetValue(id, out var found)
            ? found.Member.Element("example")?.Element("code")?.Value
            : null;
        if (code is null)
        {
            return "";
        }

        var lines = code.Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..])) + "\n";
    }

    private string Text(string id, string element) =>
        members.TryGetValue(id, out var found) && found.Member.Element(element) is { } text ? Markdown(text) : "";

    private string Markdown(XElement element)
    {
        var paragraphs = element.Elements("para").ToList();
        var texts = paragraphs.Count > 0 ? paragraphs.Select(Line) : [Line(element)];
        return string.Join("\n\n", texts);
    }

    // Notes for those who write the library: readers of the page have no contract and no source of RETURNN.
    private string Line(XElement element) =>
        Notes().Replace(Space().Replace(string.Concat(element.Nodes().Select(Inline)), " ").Trim(), "");

    private string Inline(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "paramref" } name => $"`{name.Attribute("name")!.Value}`",
            XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => Reference(target.Value),
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("langword")!.Value}`",
            XElement other => throw new InvalidOperationException($"What is {other.Name} in Markdown?"),
            _ => "",
        };

    private string Reference(string id)
    {
        var name = id[2..].Split('(')[0].Split('.');
        var word = id[0] == 'M' && name[^2] == nameof(Ops) ? $"{name[^2]}.{name[^1]}" : name[^1];
        return id[0] == 'T' && anchor(word) is { } place ? $"[`{word}`]({place})" : $"`{word}`";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@" \((contract [\d., ]+|tf/[\w/.]+:[\d, -]+)\)")]
    private static partial Regex Notes();
}
