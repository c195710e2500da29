namespace NetDsl.Emit;

/// <summary>Arranges the inside of one box: rows by the longest way from the top, bends where lines pass rows, few crossings.</summary>
internal sealed class BoxRows
{
    private const int Sweeps = 6;

    // A line past more rows than this is drawn straight: bends would cost more than they help.
    private const int FarthestBend = 400;

    private readonly List<LayoutItem> items = [];
    private readonly Dictionary<PictureNode, LayoutItem> byNode = [];
    private readonly Dictionary<(PictureNode Source, bool IsEntry), LayoutItem> gates = [];
    private readonly List<LayoutLink> links = [];
    private readonly HashSet<LayoutLink> seen = [];

    internal BoxRows(PictureNode holder)
    {
        foreach (var child in holder.Children)
        {
            var item = new LayoutItem(child, null, false);
            items.Add(item);
            byNode.Add(child, item);
        }
    }

    private bool HasEntries => gates.Keys.Any(gate => gate.IsEntry);

    internal void Add(PictureNode from, PictureNode to, PictureNode source, PictureEdgeKind kind) =>
        Add(new(byNode[from], byNode[to], source, kind));

    internal void AddExit(PictureNode from, PictureNode source, PictureEdgeKind kind) =>
        Add(new(byNode[from], Gate(source, isEntry: false), source, kind));

    internal void AddEntry(PictureNode to, PictureNode source, PictureEdgeKind kind) =>
        Add(new(Gate(source, isEntry: true), byNode[to], source, kind));

    internal BoxLayout Arrange()
    {
        var forward = Forward();
        var rows = Rank(forward);
        var bent = Bend(forward, rows);
        Order(rows, bent);
        return new(rows, [.. bent, .. links.Where(link => link.IsBack)]);
    }

    private void Add(LayoutLink link)
    {
        if ((link.From != link.To || link.Kind == PictureEdgeKind.Previous) && seen.Add(link))
        {
            links.Add(link);
        }
    }

    private LayoutItem Gate(PictureNode source, bool isEntry)
    {
        if (!gates.TryGetValue((source, isEntry), out var gate))
        {
            gates.Add((source, isEntry), gate = new(null, source, isEntry));
            items.Add(gate);
        }

        return gate;
    }

    /// <summary>The links without those that close a cycle, which boxes may although layers do not; these are marked.</summary>
    private List<LayoutLink> Forward()
    {
        var after = links.Where(link => link.Kind != PictureEdgeKind.Previous).ToLookup(link => link.From);
        var state = new Dictionary<LayoutItem, bool>();
        var back = new HashSet<LayoutLink>();
        foreach (var start in items)
        {
            if (state.TryAdd(start, false))
            {
                Walk(start);
            }
        }

        for (var index = 0; index < links.Count; index++)
        {
            var link = links[index];
            links[index] = link with { IsBack = link.Kind == PictureEdgeKind.Previous || back.Contains(link) };
        }

        return links.FindAll(link => !link.IsBack);

        void Walk(LayoutItem start)
        {
            var open = new Stack<(LayoutItem Item, IEnumerator<LayoutLink> Links)>();
            open.Push((start, after[start].GetEnumerator()));
            while (open.TryPeek(out var top))
            {
                if (!top.Links.MoveNext())
                {
                    state[open.Pop().Item] = true;
                }
                else if (state.TryAdd(top.Links.Current.To, false))
                {
                    open.Push((top.Links.Current.To, after[top.Links.Current.To].GetEnumerator()));
                }
                else if (!state[top.Links.Current.To])
                {
                    back.Add(top.Links.Current);
                }
            }
        }
    }

    private List<List<LayoutItem>> Rank(List<LayoutLink> forward)
    {
        var after = forward.ToLookup(link => link.From, link => link.To);
        var before = forward.ToLookup(link => link.To, link => link.From);
        var missing = items.ToDictionary(item => item, item => before[item].Count());
        var ready = new Queue<LayoutItem>(items.Where(item => missing[item] == 0));
        var order = new List<LayoutItem>();
        foreach (var item in items.Where(item => HasEntries && item.Gate is null))
        {
            item.Row = 1;
        }

        while (ready.TryDequeue(out var item))
        {
            order.Add(item);
            foreach (var next in after[item])
            {
                next.Row = Math.Max(next.Row, item.Row + 1);
                if (--missing[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        // What begins in the middle stands right above its first reader.
        foreach (var item in Enumerable.Reverse(order))
        {
            if (!before[item].Any() && item.Gate is null && after[item].Any())
            {
                item.Row = after[item].Min(next => next.Row) - 1;
            }
        }

        return Rows();
    }

    // Gates are in the border: entries above all else, exits below.
    private List<List<LayoutItem>> Rows()
    {
        var nodes = items.Where(item => item.Gate is null).Select(item => item.Row).DefaultIfEmpty(0).ToList();
        var first = HasEntries ? 0 : nodes.Min();
        var last = nodes.Max() + 1;
        foreach (var item in items)
        {
            item.Row =
                item.Gate is null ? item.Row - first
                : item.IsEntry ? 0
                : last - first;
        }

        var rows = Enumerable
            .Range(0, items.Select(item => item.Row).DefaultIfEmpty(0).Max() + 1)
            .Select(_ => new List<LayoutItem>())
            .ToList();
        foreach (var item in items)
        {
            rows[item.Row].Add(item);
        }

        return rows;
    }

    // All lines from one node share their bends.
    private static List<LayoutLink> Bend(List<LayoutLink> forward, List<List<LayoutItem>> rows)
    {
        var bends = new Dictionary<(LayoutItem From, PictureNode Source, PictureEdgeKind Kind, int Row), LayoutItem>();
        var bent = new List<LayoutLink>(forward.Count);
        foreach (var link in forward)
        {
            var from = link.From;
            for (var row = from.Row + 1; row < link.To.Row && link.To.Row - link.From.Row <= FarthestBend; row++)
            {
                if (!bends.TryGetValue((link.From, link.Source, link.Kind, row), out var bend))
                {
                    bend = new(null, null, false) { Row = row };
                    bends.Add((link.From, link.Source, link.Kind, row), bend);
                    rows[row].Add(bend);
                    bent.Add(link with { From = from, To = bend });
                }

                from = bend;
            }

            bent.Add(link with { From = from });
        }

        return bent;
    }

    private static void Order(List<List<LayoutItem>> rows, List<LayoutLink> bent)
    {
        var above = bent.ToLookup(link => link.To, link => link.From);
        var below = bent.ToLookup(link => link.From, link => link.To);
        var places = new Dictionary<LayoutItem, double>();
        foreach (var row in rows)
        {
            Number(row, places);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? rows : Enumerable.Reverse(rows))
            {
                var neighbours = isDown ? above : below;
                var wanted = row.ToDictionary(
                    item => item,
                    item => neighbours[item].Select(other => places[other]).DefaultIfEmpty(places[item]).Average()
                );
                var sorted = row.OrderBy(item => wanted[item]).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row, places);
            }
        }
    }

    // Between 0 and 1, so that rows of any length compare.
    private static void Number(List<LayoutItem> row, Dictionary<LayoutItem, double> places)
    {
        for (var index = 0; index < row.Count; index++)
        {
            places[row[index]] = (index + 0.5) / row.Count;
        }
    }
}
