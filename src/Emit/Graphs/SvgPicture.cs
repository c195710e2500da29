using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>A drawing in one file, with its colours for light and dark.</summary>
internal sealed class SvgPicture
{
    private const double Margin = 24;

    // The last bit of a line is straight, so that its tip points down.
    private const double TipLength = 8;

    private readonly StringBuilder text = new();
    private readonly Placement placement;

    private SvgPicture(Picture picture) => placement = new(picture);

    internal static string Write(Picture picture)
    {
        var svg = new SvgPicture(picture);
        var (width, height) = svg.placement[picture.Net];
        svg.text.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{-Margin:0.#} {-Margin:0.#} {width + (2 * Margin):0.#} {height + (2 * Margin):0.#}\" role=\"img\">\n"
        );
        svg.text.Append(
            CultureInfo.InvariantCulture,
            $"<title>{Escape(picture.Name)}</title>\n<style>\n{PageParts.Colours}{PageParts.Shapes}</style>\n"
        );
        svg.text.Append(
            "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
        );
        svg.text.Append("orient=\"auto\"><path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        if (picture.Net.IsHolder)
        {
            svg.Inside(picture.Net);
        }

        svg.text.Append("</svg>\n");
        return svg.text.ToString();
    }

    private static string Escape(string value) =>
        value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    private void Inside(PictureNode holder)
    {
        var layout = placement.LayoutOf(holder);
        foreach (var link in layout.Links)
        {
            Line(layout, link);
        }

        foreach (var row in layout.Rows)
        {
            foreach (var item in row.Where(item => item.Node is null && item.Gate is null))
            {
                var place = placement[item];
                if (place.Height > 0)
                {
                    Path($"M{N(place.Left)} {N(place.Top)}V{N(place.Bottom)}", "line");
                }
            }

            foreach (var item in row.Where(item => item.Node is not null))
            {
                Node(item.Node!, placement[item]);
            }
        }
    }

    private void Node(PictureNode node, PlacedItem place)
    {
        var marks = $"{(node.IsDead ? " dead" : "")}{Mark(node)}";
        var kind = node.IsOpen ? $"box {PictureText.Family(node)}" : $"node {PictureText.Family(node)}";
        text.Append(
            CultureInfo.InvariantCulture,
            $"<g class=\"{kind}{marks}\" transform=\"translate({N(place.Left)} {N(place.Top)})\">"
        );
        text.Append(CultureInfo.InvariantCulture, $"<title>{Escape(Tip(node))}</title>");
        text.Append(
            CultureInfo.InvariantCulture,
            $"<rect class=\"shape\" width=\"{N(place.Width)}\" height=\"{N(place.Height)}\" rx=\"7\"/>"
        );
        if (node.IsOpen)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"title\" x=\"12\" y=\"16\">{Escape(PictureText.Cut(node.Label))}</text>\n"
            );
            Inside(node);
        }
        else
        {
            text.Append("<rect class=\"strip\" width=\"4\" height=\"26\" x=\"6\" y=\"7\" rx=\"2\"/>");
            text.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"name\" x=\"16\" y=\"17\">{Escape(PictureText.Cut(node.Label))}</text>"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"sub\" x=\"16\" y=\"31\">{Escape(PictureText.Cut(Placement.Subtitle(node)))}</text>"
            );
        }

        text.Append("</g>\n");
    }

    private static string Mark(PictureNode node) =>
        node.Change.Length == 0 ? "" : $" changed {node.Change.Replace(",", "", StringComparison.Ordinal)}";

    private static string Tip(PictureNode node)
    {
        var path = node.Path.Length > 0 ? node.Path : node.Label;
        string[] lines = [path, node.Class, node.Dims, .. node.Variables];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private void Line(BoxLayout layout, LayoutLink link)
    {
        var (from, to) = (placement[link.From], placement[link.To]);
        if (link.IsBack)
        {
            var (right, other) = (from.Left + from.Width, to.Left + to.Width);
            var (y1, y2) = (from.Top + (from.Height / 2), to.Top + (to.Height / 2));
            if (link.From == link.To)
            {
                (y1, y2) = (y1 + 9, y2 - 9);
            }

            var side = placement.SideOf(layout, link, y1, y2);
            var turn = Math.Min(14, Math.Abs(y1 - y2) / 2) * (y1 < y2 ? 1 : -1);
            Path(
                $"M{N(right)} {N(y1)}C{N(side)} {N(y1)} {N(side)} {N(y1)} {N(side)} {N(y1 + turn)}V{N(y2 - turn)}C{N(side)} {N(y2)} {N(side)} {N(y2)} {N(other)} {N(y2)}",
                link.Kind == PictureEdgeKind.Previous ? "line previous" : "line",
                hasTip: true
            );
            return;
        }

        var (x1, x2) = (
            placement.AttachX(link.From, link.Source, isEntry: false),
            placement.AttachX(link.To, link.Source, isEntry: true)
        );
        var (top, bottom) = (from.RowBottom, to.RowTop - TipLength);
        var middle = (bottom - top) / 2;
        Path(
            Math.Abs(x1 - x2) < 0.5
                ? $"M{N(x1)} {N(from.Bottom)}V{N(to.Top)}"
                : $"M{N(x1)} {N(from.Bottom)}V{N(top)}C{N(x1)} {N(top + middle)} {N(x2)} {N(bottom - middle)} {N(x2)} {N(bottom)}V{N(to.Top)}",
            link.Kind == PictureEdgeKind.Other ? "line other" : "line",
            hasTip: link.To.Node is { IsOpen: false }
        );
    }

    private void Path(string path, string kind, bool hasTip = false) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"<path class=\"{kind}\" d=\"{path}\"{(hasTip ? " marker-end=\"url(#tip)\"" : "")}/>\n"
        );

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
