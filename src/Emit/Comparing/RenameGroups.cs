using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Renaming a module renames all its layers: that is one edit.</summary>
internal static class RenameGroups
{
    /// <summary>The edits in their order, those of one renaming joined where the first of them was.</summary>
    internal static ImmutableArray<NetEdit> Join(IEnumerable<NetEdit> edits)
    {
        var joined = ImmutableArray.CreateBuilder<NetEdit>();
        var places = new Dictionary<(string Old, string New), int>();
        foreach (var edit in edits)
        {
            if (Beginnings(edit) is not { } beginnings)
            {
                joined.Add(edit);
            }
            else if (places.TryGetValue(beginnings, out var place))
            {
                joined[place] = Join(joined[place], edit, beginnings);
            }
            else
            {
                places.Add(beginnings, joined.Count);
                joined.Add(edit);
            }
        }

        return joined.DrainToImmutable();
    }

    private static NetEdit Join(NetEdit first, NetEdit other, (string Old, string New) beginnings) =>
        first with
        {
            Old = beginnings.Old + "*",
            New = beginnings.New + "*",
            Class = "",
            Layers = first.Layers + other.Layers,
            Effect = new(
                first.Effect.Parameters + other.Effect.Parameters,
                [.. first.Effect.Variables, .. other.Effect.Variables],
                [.. first.Effect.Dims, .. other.Effect.Dims]
            ),
        };

    // What is left of both names without the parts at the end that they share.
    private static (string Old, string New)? Beginnings(NetEdit edit)
    {
        if (edit is not { Kind: EditKind.Renamed, Old: { } old, New: { } @new })
        {
            return null;
        }

        var shared = 0;
        while (shared < Math.Min(old.Length, @new.Length) && old[^(shared + 1)] == @new[^(shared + 1)])
        {
            shared++;
        }

        var end = old.AsSpan(old.Length - shared);
        var border = end.IndexOfAny('.', '/');
        return border < 0
            ? null
            : (old[..(old.Length - shared + border + 1)], @new[..(@new.Length - shared + border + 1)]);
    }
}
