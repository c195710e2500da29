using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Several sources as one: their feature vectors one behind the other (contract 3.2).</summary>
internal static class SourceConcatenation
{
    /// <summary>The one input; null if the axes do not match.</summary>
    internal static Datum? Of(StepState state, LayerCall call, IReadOnlyList<Datum> sources, TensorType type)
    {
        if (sources is [var single])
        {
            return new(type, single.Value);
        }

        if (type.FeatureIndex is not { } feature)
        {
            return null;
        }

        var aligned = new List<Value>();
        foreach (var source in sources)
        {
            if (Alignment.Of(call, source, type) is not { } value)
            {
                return null;
            }

            aligned.Add(value);
        }

        var shape = Enumerable
            .Range(0, type.Rank)
            .Select(axis => aligned.Max(value => value.Shape[axis]))
            .ToImmutableArray();
        var parts = aligned.Select(value => value.Expand(shape.SetItem(feature, value.Shape[feature]))).ToList();
        return new(type, parts.Join(feature));
    }
}
