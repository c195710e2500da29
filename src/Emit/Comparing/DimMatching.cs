using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Finds for each plain dim of the new net the one of the old net that it was: by name, by the places where it is used, by its size.</summary>
internal sealed class DimMatching
{
    private readonly Dictionary<Dim, Dim> oldOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Dim, Dim> newOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Dim, int> numbers = new(ReferenceEqualityComparer.Instance);

    private DimMatching() { }

    /// <summary>Matched dims whose sizes differ, in the order of their first use in the new net.</summary>
    internal IEnumerable<(Dim Old, Dim New)> Resized =>
        numbers
            .Keys.Where(dim => oldOf.TryGetValue(dim, out var old) && old.Size != dim.Size)
            .Select(d => (oldOf[d], d));

    internal static DimMatching Of(NetView old, NetView @new, LayerMatching layers)
    {
        var matching = new DimMatching();
        var (before, after) = (DimUses.Of(old), DimUses.Of(@new));
        foreach (var dim in after.Dims)
        {
            matching.numbers.Add(dim, matching.numbers.Count);
        }

        matching.MatchNames(before, after);
        matching.MatchPlaces(before, after, layers);
        matching.MatchSizes(before, after);
        return matching;
    }

    /// <summary>What stands for a dim of the old net: the same as for the dim that it became.</summary>
    internal string OldText(Dim dim) =>
        newOf.TryGetValue(dim, out var @new) ? NewText(@new)
        : dim.Expression is { } formula ? Formula(formula, OldText)
        : dim.Kind == DimKind.Batch ? "batch"
        : $"old {dim}";

    /// <summary>What stands for a dim of the new net.</summary>
    internal string NewText(Dim dim) =>
        dim.Expression is { } formula ? Formula(formula, NewText)
        : numbers.TryGetValue(dim, out var number) ? number.ToString(CultureInfo.InvariantCulture)
        : "batch";

    private static string Formula(DimExpression formula, Func<Dim, string> text) =>
        $"<{Side(formula.Left, text)}{formula.Operator}{Side(formula.Right, text)}>";

    private static string Side(DimOperand side, Func<Dim, string> text) =>
        side.Dim is { } dim ? text(dim) : side.Number.ToString(CultureInfo.InvariantCulture);

    private void Match(Dim old, Dim @new)
    {
        if (!newOf.ContainsKey(old) && !oldOf.ContainsKey(@new))
        {
            newOf.Add(old, @new);
            oldOf.Add(@new, old);
        }
    }

    private void MatchNames(DimUses before, DimUses after)
    {
        var byName = before.Dims.ToLookup(dim => dim.Name, StringComparer.Ordinal);
        foreach (var group in after.Dims.GroupBy(dim => dim.Name, StringComparer.Ordinal))
        {
            if (group.ToList() is [var @new] && byName[group.Key].ToList() is [var old] && old.Kind == @new.Kind)
            {
                Match(old, @new);
            }
        }
    }

    private void MatchPlaces(DimUses before, DimUses after, LayerMatching layers)
    {
        var votes = new Dictionary<(Dim Old, Dim New), int>();
        foreach (var ((layer, place), dim) in after.Places)
        {
            var was = layer is not null && layers.TryOld(layer, out var old) ? old : null;
            if ((layer is null || was is not null) && before.Places.TryGetValue((was, place), out var other))
            {
                votes[(other, dim)] = votes.GetValueOrDefault((other, dim)) + 1;
            }
        }

        foreach (var ((old, @new), _) in votes.OrderByDescending(vote => vote.Value))
        {
            Match(old, @new);
        }
    }

    private void MatchSizes(DimUses before, DimUses after)
    {
        var left = before.Dims.Where(dim => !newOf.ContainsKey(dim)).ToLookup(dim => (dim.Kind, dim.Size));
        foreach (
            var group in after.Dims.Where(dim => !oldOf.ContainsKey(dim)).GroupBy(dim => (dim.Kind, dim.Size)).ToList()
        )
        {
            foreach (var (old, @new) in left[group.Key].Zip(group))
            {
                Match(old, @new);
            }
        }
    }
}
