using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>The batch of a search: each sequence as often as there are hypotheses of it. RETURNN repeats it where the search begins.</summary>
internal static class Hypotheses
{
    /// <summary>How many there are; null if the net does not search.</summary>
    internal static int? CountOf(InferredNet net)
    {
        foreach (var layer in net.Structure.Layers)
        {
            if (
                layer.ClassName == "choice"
                && layer.Options["search"] is not BoolValue { Value: false }
                && layer.Options["beam_size"] is IntegerValue { Value: > 0 and < int.MaxValue and var size }
            )
            {
                return (int)size;
            }
        }

        return null;
    }

    /// <summary>A feed with all sequences repeated.</summary>
    internal static Feed Of(InferredNet net, Feed feed, int? beam)
    {
        if (beam is not { } times)
        {
            return feed;
        }

        var inputs = new Dictionary<string, NdArray>(StringComparer.Ordinal);
        foreach (var (key, array) in feed.Inputs)
        {
            inputs[key] = net.Input(key)?.BatchIndex is { } batch
                ? Value.Constant(array).Take(batch, Rows(array.Shape[batch], times)).Array
                : array;
        }

        var lengths = feed.Lengths.ToDictionary(
            item => item.Key,
            item => Rows(item.Value.Length, times).Select(row => item.Value[row]).ToImmutableArray(),
            StringComparer.Ordinal
        );
        return feed with { Inputs = inputs, Lengths = lengths };
    }

    private static int[] Rows(int sequences, int times) =>
        [.. Enumerable.Range(0, sequences * times).Select(row => row / times)];
}
