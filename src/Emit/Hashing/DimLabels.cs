using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// What stands for a dim instead of its name: kind and size, and from the second round on where it is used, so that two dims of
/// one size are not taken for each other.
/// </summary>
internal sealed class DimLabels(bool keepsNames)
{
    private readonly Dictionary<Dim, string> labels = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Dim, List<string>> uses = new(ReferenceEqualityComparer.Instance);

    /// <summary>The label of this round.</summary>
    internal string this[Dim dim] =>
        dim.Kind == DimKind.Batch ? "batch"
        : dim.Expression is { } formula ? $"<{Side(formula.Left)}{formula.Operator}{Side(formula.Right)}>"
        : labels.TryGetValue(dim, out var label) ? label
        : Plain(dim);

    /// <summary>Notes where a dim is used; of a formula, its parts.</summary>
    internal void Use(Dim dim, string place)
    {
        if (dim.Expression is { } formula)
        {
            Use(formula.Left, place + "<");
            Use(formula.Right, place + ">");
        }
        else if (dim.Kind != DimKind.Batch)
        {
            if (!uses.TryGetValue(dim, out var places))
            {
                uses.Add(dim, places = []);
            }

            places.Add(place);
        }
    }

    /// <summary>Labels for the next round, by the uses noted in this one.</summary>
    internal void Refine()
    {
        foreach (var (dim, places) in uses)
        {
            places.Sort(StringComparer.Ordinal);
            labels[dim] = Digest.Short(new StringBuilder(Plain(dim)).AppendJoin('\n', places));
        }

        uses.Clear();
    }

    private void Use(DimOperand side, string place)
    {
        if (side.Dim is { } dim)
        {
            Use(dim, place);
        }
    }

    private string Side(DimOperand side) =>
        side.Dim is { } dim ? this[dim] : side.Number.ToString(CultureInfo.InvariantCulture);

    private string Plain(Dim dim) =>
        string.Create(CultureInfo.InvariantCulture, $"{dim.Kind}:{dim.Size}{(keepsNames ? ":" + dim.Name : "")}");
}
