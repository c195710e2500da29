namespace NetDsl.Emit;

/// <summary>
/// From rows to coordinates: each item stands as near as it can to what it is linked to. The page does the same with what is open at
/// the time (page.js); both begin with the same rows.
/// </summary>
internal sealed class Placement
{
    internal const double Header = 24;

    private const double Padding = 14;
    private const double RowGap = 26;
    private const double ItemGap = 16;
    private const double LineGap = 9;
    private const double LetterWidth = 7;
    private const double SmallLetterWidth = 5.9;
    private const double EntryGap = 12;
    private const int Passes = 9;

    // A straight way from node to node is worth more than one of a line that passes.
    private const double NodeWeight = 8;
    private const double MiddleWeight = 2;
    private const double BackGap = 6;
    private const double FirstBack = 12;

    private readonly Dictionary<PictureNode, BoxLayout> layouts;
    private readonly Dictionary<LayoutItem, PlacedItem> placed = [];
    private readonly Dictionary<PictureNode, (double Width, double Height)> sizes = [];
    private readonly Dictionary<(PictureNode Box, PictureNode Gate, bool IsEntry), LayoutItem> gates = [];

    internal Placement(Picture picture)
    {
        layouts = PictureLayout.Of(picture);
        foreach (var node in picture.Nodes.Reverse())
        {
            sizes[node] = node.IsOpen ? Place(node) : Closed(node);
        }
    }

    /// <summary>How large a node is drawn.</summary>
    internal (double Width, double Height) this[PictureNode node] => sizes[node];

    /// <summary>Where an item is in its box.</summary>
    internal PlacedItem this[LayoutItem item] => placed[item];

    /// <summary>The rows of an open node.</summary>
    internal BoxLayout LayoutOf(PictureNode node) => layouts[node];

    /// <summary>How far from the left of an open node the output of another passes its border; null if it does not.</summary>
    internal double? GateOf(PictureNode box, PictureNode gate, bool isEntry) =>
        gates.TryGetValue((box, gate, isEntry), out var item) ? placed[item].Center : null;

    /// <summary>The second line of a closed node.</summary>
    internal static string Subtitle(PictureNode node) =>
        node.IsHolder ? PictureText.Summary(node)
        : node.Class.Length == 0 ? node.Dims
        : node.Dims.Length == 0 ? node.Class
        : $"{node.Class}  {node.Dims}";

    private static (double Width, double Height) Closed(PictureNode node)
    {
        var width = Math.Max(
            PictureText.Cut(node.Label).Length * LetterWidth,
            PictureText.Cut(Subtitle(node)).Length * SmallLetterWidth
        );
        return (Math.Max(60, width + 26), 40);
    }

    private (double Width, double Height) Place(PictureNode node)
    {
        var layout = layouts[node];
        var top = node.Parent is null ? 0 : Header;
        foreach (var row in layout.Rows)
        {
            foreach (var item in row.Where(item => item.Gate is not null))
            {
                gates[(node, item.Gate!, item.IsEntry)] = item;
            }

            var height = row.Select(item => SizeOf(item).Height).DefaultIfEmpty(0).Max();
            var isBorder = node.Parent is not null && row[0] is { Node: null, IsEntry: true } && row == layout.Rows[0];
            PlaceRow(row, isBorder ? 0 : top, height);
            top += isBorder ? EntryGap : height + RowGap;
        }

        var onward = layout.Links.Where(link => !link.IsBack).ToList();
        var (above, below) = (onward.ToLookup(link => link.To), onward.ToLookup(link => link.From));
        for (var pass = 0; pass < Passes; pass++)
        {
            var isDown = pass % 2 == 0;
            foreach (var row in isDown ? layout.Rows : layout.Rows.Reverse())
            {
                Align(row, item => (isDown ? above : below)[item].Select(link => Attach(link, isDown)));
            }
        }

        return Fit(node, layout, top - RowGap);
    }

    // The other end of a link: at an open box, its gate.
    private (double X, double Weight) Attach(LayoutLink link, bool isDown)
    {
        var other = isDown ? link.From : link.To;
        return (AttachX(other, link.Source, isEntry: !isDown), WeightOf(other));
    }

    private static double WeightOf(LayoutItem item) => item.Node is null ? 1 : NodeWeight;

    /// <summary>Where a line meets an item: in the middle, or at the gate of an open box.</summary>
    internal double AttachX(LayoutItem item, PictureNode source, bool isEntry)
    {
        var place = placed[item];
        return item.Node is { IsOpen: true } box && GateOf(box, source, isEntry) is { } gate
            ? place.Left + gate
            : place.Center;
    }

    /// <summary>How far to the right a line back goes: beside all that is between its ends.</summary>
    internal double SideOf(BoxLayout layout, LayoutLink link, double y1, double y2)
    {
        var (low, high) = (Math.Min(y1, y2), Math.Max(y1, y2));
        var side = Math.Max(placed[link.From].Right, placed[link.To].Right);
        foreach (var item in layout.Rows.SelectMany(row => row).Where(item => item.Node is not null))
        {
            var place = placed[item];
            if (place.Top < high && place.Bottom > low)
            {
                side = Math.Max(side, place.Right);
            }
        }

        var lane = layout.Links.Where(other => other.IsBack).TakeWhile(other => other != link).Count();
        return side + FirstBack + (lane * BackGap);
    }

    private void PlaceRow(IReadOnlyList<LayoutItem> row, double top, double height)
    {
        var x = -(row.Sum(item => SizeOf(item).Width + ItemGap) - ItemGap) / 2;
        foreach (var item in row)
        {
            var size = SizeOf(item);
            var isLine = item.Node is null;
            placed[item] = new(
                x,
                isLine ? top : top + ((height - size.Height) / 2),
                size.Width,
                isLine ? height : size.Height
            )
            {
                RowTop = top,
                RowBottom = top + height,
            };
            x += size.Width + ItemGap;
        }
    }

    private (double Width, double Height) SizeOf(LayoutItem item) => item.Node is { } node ? sizes[node] : (0, 0);

    // Least squares under the order of the row: neighbours that want to pass each other move as one.
    private void Align(IReadOnlyList<LayoutItem> row, Func<LayoutItem, IEnumerable<(double X, double Weight)>> linked)
    {
        var blocks = new List<(double Sum, double Weight, int End)>();
        var offsets = new double[row.Count];
        for (var index = 0; index < row.Count; index++)
        {
            var item = row[index];
            offsets[index] = index == 0 ? 0 : offsets[index - 1] + Distance(row[index - 1], item);
            var ends = linked(item).ToList();
            // What is alone in its row stays near the middle: a long chain of boxes would wander off.
            ends.Add(
                ends.Count == 0 ? (placed[item].Center, 1)
                : row.Count == 1 ? (0, MiddleWeight)
                : (0, 0)
            );
            var wanted = ends.Sum(end => end.X * end.Weight) / ends.Sum(end => end.Weight);
            blocks.Add(((wanted - offsets[index]) * WeightOf(item), WeightOf(item), index));
            while (blocks is [.., var left, var right] && left.Sum / left.Weight > right.Sum / right.Weight)
            {
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((left.Sum + right.Sum, left.Weight + right.Weight, right.End));
            }
        }

        var place = 0;
        foreach (var (sum, weight, end) in blocks)
        {
            for (; place <= end; place++)
            {
                var old = placed[row[place]];
                placed[row[place]] = old with { Left = (sum / weight) + offsets[place] - (old.Width / 2) };
            }
        }
    }

    private double Distance(LayoutItem left, LayoutItem right)
    {
        var gap = left.Node is null && right.Node is null ? LineGap : ItemGap;
        return (SizeOf(left).Width / 2) + gap + (SizeOf(right).Width / 2);
    }

    private (double Width, double Height) Fit(PictureNode node, BoxLayout layout, double bottom)
    {
        var items = layout.Rows.SelectMany(row => row).ToList();
        var left = items.Min(item => placed[item].Left);
        var title = node.Parent is null ? 0 : (PictureText.Cut(node.Label).Length * LetterWidth) + 60;
        var width = items.Max(item => placed[item].Left + placed[item].Width) - left;
        var extra = Math.Max(0, title - width) / 2;
        foreach (var item in items)
        {
            var place = placed[item];
            placed[item] = place with { Left = place.Left - left + Padding + extra };
        }

        var hasExits = layout.Rows[^1].All(item => item.Node is null);
        var backs = layout.Links.Count(link => link.IsBack);
        var side = backs == 0 ? 0 : FirstBack + (backs * BackGap);
        return (width + side + (2 * (Padding + extra)), bottom + (hasExits ? 0 : Padding));
    }
}
