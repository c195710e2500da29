using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>For Markdown: modules as subgraphs.</summary>
internal sealed class MermaidPicture
{
    private readonly StringBuilder text = new("flowchart TD\n");

    internal static string Write(Picture picture)
    {
        var mermaid = new MermaidPicture();
        mermaid.Inside(picture.Net, "    ");
        foreach (var (from, to, kind) in picture.Shown)
        {
            mermaid.text.Append(
                CultureInfo.InvariantCulture,
                $"    {Id(from)} {(kind == PictureEdgeKind.Data ? "-->" : "-.->")} {Id(to)}\n"
            );
        }

        var dead = picture.Nodes.Where(node => node.IsDead && Picture.Visible(node) == node).ToList();
        if (dead.Count > 0)
        {
            mermaid.text.Append("    classDef dead color:#888,stroke:#aaa,stroke-dasharray:4\n");
            mermaid.text.Append(CultureInfo.InvariantCulture, $"    class {string.Join(',', dead.Select(Id))} dead\n");
        }

        return mermaid.text.ToString();
    }

    private void Inside(PictureNode holder, string indent)
    {
        foreach (var node in holder.Children)
        {
            if (node.IsOpen)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}subgraph {Id(node)} [{Quote(node.Label)}]\n");
                Inside(node, indent + "    ");
                text.Append(CultureInfo.InvariantCulture, $"{indent}end\n");
            }
            else
            {
                var (open, close) = node.Kind == PictureKind.Input ? ("([", "])") : ("[", "]");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{indent}{Id(node)}{open}{Quote($"{node.Label}<br>{Escape(Placement.Subtitle(node))}")}{close}\n"
                );
            }
        }
    }

    private static string Id(PictureNode node) => string.Create(CultureInfo.InvariantCulture, $"n{node.Id}");

    private static string Escape(string value) =>
        value.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Quote(string value) => $"\"{value.Replace("\"", "&quot;", StringComparison.Ordinal)}\"";
}
