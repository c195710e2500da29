using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>generic_attention</c>: the frames of a base, summed with given weights over time.</summary>
internal sealed class GenericAttentionShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.Sources.IsEmpty)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "none: base and weights are options"));
        }

        if (call.Layer("base") is not { } type || call.Layer("weights") is not { } given)
        {
            return call.Unknown();
        }

        if (!HasAxes(call, "base", type) || !HasAxes(call, "weights", given))
        {
            return null;
        }

        if (type.FeatureIndex is not { } feature)
        {
            return call.Fail(ShapeFaults.NoAxis("base", "of features", type));
        }

        var weights = given.BatchMajor();
        var time = TimeToSum(weights, type);
        if (weights.Axes[time].Size != type.TimeAxis!.Size)
        {
            return call.Fail(ShapeFaults.NoMatch(weights, type, weights.Axes[time]));
        }

        return Split(call, weights, time, type, feature) is { } order ? Output(weights, order, type, feature) : null;
    }

    private static bool HasAxes(LayerCall call, string option, TensorType type)
    {
        if (type.TimeIndex is null)
        {
            call.Fail(ShapeFaults.NoAxis(option, "of time", type));
        }
        else if (type.BatchIndex is null)
        {
            call.Fail(ShapeFaults.NoAxis(option, "of the batch", type));
        }

        return call.Fault is null;
    }

    // Of several dynamic axes, the one that is the base's time.
    private static int TimeToSum(TensorType weights, TensorType type)
    {
        var time = weights.TimeIndex!.Value;
        List<int> dynamic = [.. weights.DynamicIndexes];
        if (!dynamic.Contains(time) || dynamic.Count == 1)
        {
            return time;
        }

        var matches = dynamic.FindAll(index => weights.Axes[index].IsSame(type.TimeAxis!));
        return matches.Count == 0 || matches.Contains(time) ? time : matches[^1];
    }

    // The weights' axes that stay: those that the base has, too, and then their own. Those of size one go.
    private static List<int>? Split(LayerCall call, TensorType weights, int time, TensorType type, int feature)
    {
        var open = new Stack<int>(
            Enumerable
                .Range(0, type.Rank)
                .Where(index => index != type.BatchIndex && index != type.TimeIndex && index != feature)
        );
        var (common, own) = (new List<int>(), new List<int>());
        for (var index = weights.Rank - 1; index >= 0; index--)
        {
            var size = weights.Axes[index].Size;
            if (index == weights.BatchIndex)
            {
                common.Insert(0, index);
            }
            else if (index == time)
            {
                continue;
            }
            else if (open.TryPeek(out var next) && type.Axes[next].Size == size)
            {
                open.Pop();
                common.Insert(0, index);
            }
            else if (size != 1 || !call.Flag("auto_squeeze", otherwise: true))
            {
                own.Insert(0, index);
            }
        }

        if (open.TryPeek(out var left))
        {
            call.Fail(ShapeFaults.NoMatch(type, weights, type.Axes[left]));
            return null;
        }

        return [.. common, .. own];
    }

    private static TensorType Output(TensorType weights, List<int> order, TensorType type, int feature)
    {
        ImmutableArray<Axis> axes = [.. order.Select(index => weights.Axes[index]), type.Axes[feature]];
        var output = new TensorType(axes, weights.Sparse is null ? weights.DataType : type.DataType);
        var time = order.IndexOf(weights.TimeIndex!.Value);
        return time < 0 ? output : output.WithTime(SpecialAxis.At(time));
    }
}
