using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>For Graphviz: modules as clusters.</summary>
internal sealed class DotPicture
{
    private readonly StringBuilder text = new();

    internal static string Write(Picture picture)
    {
        var dot = new DotPicture();
        dot.text.Append(CultureInfo.InvariantCulture, $"digraph {Quote(picture.Name)} {{\n");
        dot.text.Append("    node [shape=box, style=\"rounded\", fontname=\"sans-serif\", fontsize=11];\n");
        dot.text.Append("    graph [fontname=\"sans-serif\", fontsize=11, style=\"rounded\"];\n");
        dot.Inside(picture.Net, "    ");
        foreach (var (from, to, kind) in picture.Shown)
        {
            // An open box has no lines of its own: they end at its first node.
            dot.text.Append(CultureInfo.InvariantCulture, $"    {Id(Anchor(from))} -> {Id(Anchor(to))}");
            dot.text.Append(
                kind == PictureEdgeKind.Data ? ";\n"
                : kind == PictureEdgeKind.Previous ? " [style=dashed, constraint=false];\n"
                : " [style=dotted];\n"
            );
        }

        dot.text.Append("}\n");
        return dot.text.ToString();
    }

    private static PictureNode Anchor(PictureNode node)
    {
        while (node.IsOpen)
        {
            node = node.Children[0];
        }

        return node;
    }

    private void Inside(PictureNode holder, string indent)
    {
        foreach (var node in holder.Children)
        {
            if (node.IsOpen)
            {
                var style = node.Kind is PictureKind.Loop or PictureKind.Cond ? " style=\"rounded,dashed\";" : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{indent}subgraph cluster_{Id(node)} {{\n{indent}    label={Quote(node.Label)};{style}\n"
                );
                Inside(node, indent + "    ");
                text.Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
            }
            else
            {
                var colour = node.IsDead ? ", color=gray, fontcolor=gray" : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{indent}{Id(node)} [label={Quote($"{node.Label}\n{Placement.Subtitle(node)}")}{colour}];\n"
                );
            }
        }
    }

    private static string Id(PictureNode node) => string.Create(CultureInfo.InvariantCulture, $"n{node.Id}");

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
