using System.Globalization;

namespace NetDsl.Emit;

/// <summary>
/// Whether two layers read the same. A layer that was put between two others, taken out, or moved elsewhere explains why those around
/// it read something else: that is one edit, not three.
/// </summary>
internal sealed class Wiring
{
    private const int MostMoves = 200;

    private readonly LayerMatching layers;
    private readonly Dictionary<NetLayer, int> numbers = [];
    private readonly HashSet<NetLayer> moved = [];
    private readonly HashSet<NetLayer> odd = [];

    private Wiring(LayerMatching layers)
    {
        this.layers = layers;
        foreach (var layer in layers.New.Structure.All)
        {
            numbers.Add(layer, numbers.Count);
        }
    }

    internal static Wiring Of(LayerMatching layers)
    {
        var wiring = new Wiring(layers);
        foreach (var layer in layers.New.Structure.All)
        {
            if (layers.TryOld(layer, out var old) && !wiring.ReadsSame(old, layer))
            {
                wiring.odd.Add(layer);
            }
        }

        wiring.FindMoves();
        return wiring;
    }

    /// <summary>Whether a layer of the new net is between other layers than before.</summary>
    internal bool IsMoved(NetLayer layer) => moved.Contains(layer);

    /// <summary>Whether all references below an option stand for the same, but for layers that came, went or moved.</summary>
    internal bool ReadsSame(NetLayer old, NetLayer @new, string option)
    {
        if (!odd.Contains(@new) || moved.Contains(@new))
        {
            return true;
        }

        return ReadsSame(old.References.Where(r => IsBelow(r, option)), @new.References.Where(r => IsBelow(r, option)));
    }

    private static bool IsBelow(NetReference reference, string option) =>
        reference.Option == option || reference.Option.StartsWith(option + "/", StringComparison.Ordinal);

    private bool ReadsSame(NetLayer old, NetLayer @new)
    {
        var before = old.References.ToLookup(reference => reference.Option, StringComparer.Ordinal);
        var after = @new.References.ToLookup(reference => reference.Option, StringComparer.Ordinal);
        return before
            .Select(group => group.Key)
            .Union(after.Select(group => group.Key), StringComparer.Ordinal)
            .All(option => ReadsSame(before[option], after[option]));
    }

    private bool ReadsSame(IEnumerable<NetReference> old, IEnumerable<NetReference> @new)
    {
        var (before, after) = (old.ToList(), @new.ToList());
        if (before.Count != after.Count)
        {
            before.RemoveAll(FloatsInOld);
            after.RemoveAll(FloatsInNew);
        }

        return before.Count == after.Count && before.Zip(after).All(pair => IsSame(pair.First, pair.Second));
    }

    private bool IsSame(NetReference old, NetReference @new) =>
        (FloatsInOld(old) && FloatsInNew(@new)) || OldEnds(old).Overlaps(NewEnds(@new));

    private bool FloatsInOld(NetReference reference) => reference.Target.Source is { } source && FloatsInOld(source);

    private bool FloatsInNew(NetReference reference) => reference.Target.Source is { } source && FloatsInNew(source);

    private bool FloatsInOld(NetLayer layer) => !layers.TryNew(layer, out var @new) || moved.Contains(@new);

    private bool FloatsInNew(NetLayer layer) => !layers.TryOld(layer, out _) || moved.Contains(layer);

    private HashSet<string> OldEnds(NetReference reference) =>
        Ends(
            reference,
            FloatsInOld,
            layer => layers.TryNew(layer, out var @new) ? NumberOf(@new) : $"old:{layer.Path}"
        );

    private HashSet<string> NewEnds(NetReference reference) => Ends(reference, FloatsInNew, NumberOf);

    private string NumberOf(NetLayer layer) => numbers[layer].ToString(CultureInfo.InvariantCulture);

    // What a reference leads to, looking through layers that came, went or moved, and through the inputs of nets inside.
    private static HashSet<string> Ends(NetReference from, Predicate<NetLayer> floats, Func<NetLayer, string> text)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<NetReference>([from]);
        while (open.TryPop(out var reference))
        {
            var previous = reference.IsPrevious ? "prev:" : "";
            switch (reference.Target)
            {
                case ScopeInputTarget input when seen.Add(input):
                    Push(input.Sources);
                    break;
                case { Source: { } layer } target:
                    ends.Add($"{previous}{text(layer)}/{(target as SubLayerTarget)?.SubLayer}");
                    if (floats(layer) && seen.Add(layer))
                    {
                        Push(layer.References.Where(inner => inner.Option == "from"));
                    }

                    break;
                case ExternDataTarget { Key: var key }:
                    ends.Add($"{previous}data:{key}");
                    break;
                case LoopIndexTarget:
                    ends.Add(":i");
                    break;
                default:
                    ends.Add($"?{reference.Text}");
                    break;
            }
        }

        return ends;

        void Push(IEnumerable<NetReference> references)
        {
            foreach (var reference in references)
            {
                open.Push(reference);
            }
        }
    }

    // Moved is what makes the most sense of what its neighbours read.
    private void FindMoves()
    {
        for (var moves = 0; moves < MostMoves && odd.Count > 1; moves++)
        {
            var (best, most) = ((NetLayer?)null, 0);
            foreach (
                var layer in layers.New.Structure.All.Where(layer => odd.Contains(layer) && !moved.Contains(layer))
            )
            {
                var gain = GainOf(layer);
                if (gain > most)
                {
                    (best, most) = (layer, gain);
                }
            }

            if (best is null)
            {
                return;
            }

            moved.Add(best);
            odd.RemoveWhere(layer => layers.TryOld(layer, out var old) && layer != best && ReadsSame(old, layer));
        }
    }

    private int GainOf(NetLayer layer)
    {
        if (!layers.TryOld(layer, out var old))
        {
            return 0;
        }

        moved.Add(layer);
        var gain = layers
            .OldAround.Readers(old)
            .Select(reader => layers.TryNew(reader, out var @new) ? @new : null)
            .Concat(layers.NewAround.Readers(layer))
            .OfType<NetLayer>()
            .Distinct()
            .Count(reader =>
                reader != layer
                && odd.Contains(reader)
                && layers.TryOld(reader, out var before)
                && ReadsSame(before, reader)
            );
        moved.Remove(layer);
        return gain;
    }
}
