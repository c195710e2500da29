using System.Text;
using Newtonsoft.Json;

namespace NetDsl.Emit;

/// <summary>
/// One page without a network. Rows, orders and lines are worked out here; the page puts the rows of what is open below each other.
/// </summary>
internal static class HtmlPicture
{
    internal static string Write(Picture picture, PictureOptions options)
    {
        var page = new StringBuilder(PageParts.Page)
            .Replace("{{title}}", Escape(picture.Name))
            .Replace("{{styles}}", PageParts.Colours + PageParts.Shapes + PageParts.Styles)
            .Replace("{{script}}", PageParts.Script);
        // Last: what stands in the data is no mark of the page.
        return page.Replace("{{data}}", Data(picture, options.Against is not null)).ToString();
    }

    private static string Escape(string value) =>
        value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("{{", "{ {", StringComparison.Ordinal);

    private static string Data(Picture picture, bool isCompared)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (
            var json = new JsonTextWriter(text)
            {
                CloseOutput = false,
                StringEscapeHandling = StringEscapeHandling.EscapeHtml,
            }
        )
        {
            json.WriteStartObject();
            json.WritePropertyName("name");
            json.WriteValue(picture.Name);
            json.WritePropertyName("compared");
            json.WriteValue(isCompared);
            json.WritePropertyName("gone");
            WriteAll(json, picture.Gone);
            json.WritePropertyName("open");
            WriteAll(json, picture.Nodes.Where(node => node.IsOpen).Select(node => node.Id));
            json.WritePropertyName("nodes");
            JsonPicture.WriteNodes(picture, json);
            json.WritePropertyName("edges");
            json.WriteStartArray();
            foreach (var (from, to, kind) in picture.Edges)
            {
                WriteAll(json, [from.Id, to.Id, (int)kind]);
            }

            json.WriteEndArray();
            json.WritePropertyName("boxes");
            json.WriteStartObject();
            foreach (var (node, layout) in PictureLayout.Of(picture).OrderBy(box => box.Key.Id))
            {
                json.WritePropertyName(FormattableString.Invariant($"{node.Id}"));
                WriteBox(json, layout);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.ToString();
    }

    // Items: a node as [0, id], an entry as [1, id], an exit as [2, id], a bend as [3, 0]; links: [from, to, source, kind, back].
    private static void WriteBox(JsonTextWriter json, BoxLayout layout)
    {
        var numbers = new Dictionary<LayoutItem, int>();
        json.WriteStartObject();
        json.WritePropertyName("rows");
        json.WriteStartArray();
        foreach (var row in layout.Rows)
        {
            json.WriteStartArray();
            foreach (var item in row)
            {
                numbers.Add(item, numbers.Count);
                WriteAll(
                    json,
                    item switch
                    {
                        { Node: { } node } => [0, node.Id],
                        { Gate: { } gate, IsEntry: var isEntry } => [isEntry ? 1 : 2, gate.Id],
                        _ => (int[])[3, 0],
                    }
                );
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WritePropertyName("links");
        json.WriteStartArray();
        foreach (var link in layout.Links)
        {
            WriteAll(json, [numbers[link.From], numbers[link.To], link.Source.Id, (int)link.Kind, link.IsBack ? 1 : 0]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAll<T>(JsonTextWriter json, IEnumerable<T> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteValue(value);
        }

        json.WriteEndArray();
    }
}
