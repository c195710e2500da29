using System.Diagnostics.CodeAnalysis;

namespace NetDsl.Emit;

/// <summary>
/// Finds for each layer of the new net the one of the old net that it was. Names come first; layers with new names are known by what
/// they compute, then by their options and the layers around them.
/// </summary>
internal sealed class LayerMatching
{
    private const int MostPasses = 10;

    private readonly Dictionary<NetLayer, NetLayer> oldOf = [];
    private readonly Dictionary<NetLayer, NetLayer> newOf = [];
    private readonly Neighbours oldAround;
    private readonly Neighbours newAround;
    private readonly BareTexts texts = new();

    private LayerMatching(NetView old, NetView @new)
    {
        (Old, New) = (old, @new);
        oldAround = new(old.Structure);
        newAround = new(@new.Structure);
    }

    /// <summary>The old net.</summary>
    internal NetView Old { get; }

    /// <summary>The new net.</summary>
    internal NetView New { get; }

    /// <summary>Who reads whom in the old net.</summary>
    internal Neighbours OldAround => oldAround;

    /// <summary>Who reads whom in the new net.</summary>
    internal Neighbours NewAround => newAround;

    internal static LayerMatching Of(NetView old, NetView @new)
    {
        var matching = new LayerMatching(old, @new);
        matching.MatchNames();
        matching.MatchDigests();
        matching.MatchMoved();
        for (var pass = 0; pass < MostPasses && matching.MatchSurroundings(); pass++) { }

        matching.MatchRetyped();
        return matching;
    }

    /// <summary>The layer that a layer of the new net was.</summary>
    internal bool TryOld(NetLayer layer, [MaybeNullWhen(false)] out NetLayer old) => oldOf.TryGetValue(layer, out old);

    /// <summary>The layer that a layer of the old net became.</summary>
    internal bool TryNew(NetLayer layer, [MaybeNullWhen(false)] out NetLayer @new) =>
        newOf.TryGetValue(layer, out @new);

    private void Match(NetLayer old, NetLayer @new)
    {
        oldOf.Add(@new, old);
        newOf.Add(old, @new);
    }

    private IEnumerable<NetLayer> OldLeft => Old.Structure.All.Where(layer => !newOf.ContainsKey(layer));

    private IEnumerable<NetLayer> NewLeft => New.Structure.All.Where(layer => !oldOf.ContainsKey(layer));

    private void MatchNames()
    {
        var byPath = ByPath();
        foreach (var layer in NewLeft)
        {
            if (byPath.TryGetValue(layer.Path, out var old) && Class(old) == Class(layer))
            {
                Match(old, layer);
            }
        }
    }

    private Dictionary<string, NetLayer> ByPath()
    {
        var byPath = new Dictionary<string, NetLayer>(StringComparer.Ordinal);
        foreach (var layer in OldLeft)
        {
            byPath.TryAdd(layer.Path, layer);
        }

        return byPath;
    }

    // What computes the same from the inputs on is the same; of several, those in the same order.
    private void MatchDigests()
    {
        if (!OldLeft.Any(layer => layer.IsBuilt) || !NewLeft.Any(layer => layer.IsBuilt))
        {
            return;
        }

        var (oldDigests, newDigests) = (
            LayerDigests.Of(Old, keepsNames: false),
            LayerDigests.Of(New, keepsNames: false)
        );
        MatchGroups(
            layer => layer.IsBuilt ? oldDigests[layer] : null,
            layer => layer.IsBuilt ? newDigests[layer] : null
        );
    }

    // In another net inside under the same name.
    private void MatchMoved() =>
        MatchGroups(layer => $"{Class(layer)} {layer.Name}", layer => $"{Class(layer)} {layer.Name}", isAlone: true);

    private void MatchGroups(Func<NetLayer, string?> oldKey, Func<NetLayer, string?> newKey, bool isAlone = false)
    {
        var groups = OldLeft.ToLookup(oldKey, StringComparer.Ordinal);
        foreach (var group in NewLeft.ToLookup(newKey, StringComparer.Ordinal))
        {
            var (before, after) = (groups[group.Key].ToList(), group.ToList());
            if (group.Key is not null && before.Count == after.Count && (before.Count == 1 || !isAlone))
            {
                foreach (var (old, @new) in before.Zip(after))
                {
                    Match(old, @new);
                }
            }
        }
    }

    private bool MatchSurroundings()
    {
        var before = oldOf.Count;
        foreach (var layer in New.Structure.Layers)
        {
            Match(layer, FromSources(layer), isSame: true);
        }

        foreach (var layer in New.Structure.Layers.Reverse())
        {
            Match(layer, FromReaders(layer), isSame: true);
        }

        foreach (var layer in New.Structure.Layers)
        {
            Match(layer, FromSources(layer).Concat(FromReaders(layer)), isSame: false);
            Match(layer, FromInside(layer), isSame: true);
        }

        return oldOf.Count > before;
    }

    private void Match(NetLayer layer, IEnumerable<NetLayer> candidates, bool isSame)
    {
        if (oldOf.ContainsKey(layer))
        {
            return;
        }

        foreach (var candidate in candidates)
        {
            if (!newOf.ContainsKey(candidate) && Fits(candidate, layer, isSame))
            {
                Match(candidate, layer);
                return;
            }
        }
    }

    private IEnumerable<NetLayer> FromSources(NetLayer layer) =>
        newAround
            .Sources(layer)
            .Where(oldOf.ContainsKey)
            .SelectMany(source => oldAround.Readers(oldOf[source]))
            .Distinct();

    private IEnumerable<NetLayer> FromReaders(NetLayer layer) =>
        newAround
            .Readers(layer)
            .Where(oldOf.ContainsKey)
            .SelectMany(reader => oldAround.Sources(oldOf[reader]))
            .Distinct();

    // A net inside that holds the same layers is the same.
    private IEnumerable<NetLayer> FromInside(NetLayer layer) =>
        layer
            .Inner.SelectMany(scope => scope.Layers)
            .Where(oldOf.ContainsKey)
            .Select(inner => oldOf[inner].Scope.Owner)
            .OfType<NetLayer>()
            .Distinct();

    // The same options at the same place on one side at least, or other options at the same place on both.
    private bool Fits(NetLayer old, NetLayer @new, bool isSame)
    {
        if (Class(old) != Class(@new) || !Inputs(old).SequenceEqual(Inputs(@new)))
        {
            return false;
        }

        var sources = Compare(oldAround.Sources(old), newAround.Sources(@new));
        var readers = Compare(oldAround.Readers(old), newAround.Readers(@new));
        return isSame
            ? texts.Of(old) == texts.Of(@new) && sources != Likeness.Other && readers != Likeness.Other
            : sources == Likeness.Same && readers == Likeness.Same;
    }

    private static IEnumerable<string> Inputs(NetLayer layer) =>
        layer.References.Select(reference => reference.Target).OfType<ExternDataTarget>().Select(input => input.Key);

    // Layers that have no counterpart yet may still be the same.
    private Likeness Compare(IReadOnlyList<NetLayer> old, IReadOnlyList<NetLayer> @new)
    {
        var images = old.Where(newOf.ContainsKey).Select(layer => newOf[layer]).ToHashSet();
        var known = @new.Where(oldOf.ContainsKey).ToHashSet();
        if (images.Count == 0 && known.Count == 0)
        {
            return old.Count == @new.Count && old.Count == 0 ? Likeness.Same : Likeness.Unknown;
        }

        return images.SetEquals(known) && old.Count == @new.Count ? Likeness.Same
            : images.Overlaps(known) || images.Count == 0 || known.Count == 0 ? Likeness.Unknown
            : Likeness.Other;
    }

    private void MatchRetyped()
    {
        var byPath = ByPath();
        foreach (var layer in NewLeft.ToList())
        {
            if (byPath.TryGetValue(layer.Path, out var old) && !newOf.ContainsKey(old))
            {
                Match(old, layer);
            }
        }
    }

    private static string Class(NetLayer layer) => MeantOptions.ClassOf(layer);
}
