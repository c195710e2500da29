namespace NetDsl.Reference;

/// <summary><c>concat</c>: the sources behind each other along one axis of each, padding and all.</summary>
internal sealed class ConcatEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [];

    public Value? Evaluate(LayerStep step)
    {
        var given = step.Call.List("from");
        var values = new List<Value>();
        int? place = null;
        for (var index = 0; index < step.Sources.Length; index++)
        {
            var source = step.Sources[index];
            if (
                given[index] is not SequenceValue { Items: [_, var where] }
                || NetDsl.Layers.AxisSearch.AxisOf(step.Call, source.Type, "from", where) is not { } axis
            )
            {
                return step.Refuse("from");
            }

            place ??= PlaceOf(step, source, axis);
            var type = step.Type.Replace(place!.Value, source.Type.Axes[axis]);
            if (step.Aligned(source, type) is not { } aligned)
            {
                return null;
            }

            values.Add(aligned);
        }

        var along = place!.Value;
        var shape = values[0].Shape.SetItem(along, 1);
        foreach (var value in values)
        {
            shape = Broadcasting.Common(shape, value.Shape.SetItem(along, 1));
        }

        return values.Select(value => value.Expand(shape.SetItem(along, value.Shape[along]))).ToList().Join(along);
    }

    // The output's axis that the first source does not have, but for the one that it names.
    private static int? PlaceOf(LayerStep step, Datum source, int axis)
    {
        var rest = source.Type.Axes.RemoveAt(axis).ToList();
        for (var index = 0; index < step.Type.Rank; index++)
        {
            var same = rest.FindIndex(step.Type.Axes[index].IsSame);
            if (same < 0 && (step.Call.Axis("out_dim")?.IsSame(step.Type.Axes[index]) ?? true))
            {
                return index;
            }

            if (same >= 0)
            {
                rest.RemoveAt(same);
            }
        }

        return axis;
    }
}
