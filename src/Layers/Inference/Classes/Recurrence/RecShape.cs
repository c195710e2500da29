namespace NetDsl.Layers;

/// <summary><c>rec</c>: a recurrent unit by its name, or a net that is run step by step (contract 8).</summary>
internal sealed class RecShape : ILoopShape
{
    public TensorType? Infer(LayerCall call) =>
        call.Option("unit") switch
        {
            DictValue unit => OfNet(call, unit),
            StringValue unit => OfUnit(call, unit.Value),
            null => call.Fail(
                ShapeFaults.Options("A rec layer needs a unit.", "Give \"unit\", such as \"nativelstm2\".", "unit")
            ),
            _ => call.Unknown(),
        };

    public TensorType? InnerData(LayerCall call, string key)
    {
        var name = key.StartsWith("data:", StringComparison.Ordinal) ? key["data:".Length..] : key;
        if (name == "source")
        {
            return Source(call) is { TimeIndex: { } time } source ? source.Without(time) : null;
        }

        // Whatever the time of the data is, one frame of it is what the net sees.
        return call.Extern(name) is { TimeIndex: { } index } data ? data.Without(index) : null;
    }

    public LoopExtent? Loop(LayerCall call) => LoopOf(call);

    private static LoopExtent? LoopOf(LayerCall call)
    {
        var source = call.Sources.IsEmpty ? null : ConcatSources.Input(call, feature: null);
        return (source is null && !call.Sources.IsEmpty) || call.IsOpaque ? null : RecAxis.Find(call, source);
    }

    private static TensorType? OfNet(LayerCall call, DictValue unit)
    {
        var inner = call.Inner("unit");
        if (inner is null || LoopOf(call) is not { } loop)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        foreach (var (key, layer) in unit)
        {
            if (
                key is StringValue name
                && layer is DictValue options
                && LayerCall.IsTrue(options["is_output_layer"])
                && call.IsStacked("unit", name.Value)
                && call.Inner("unit", name.Value) is { } type
            )
            {
                call.Output(name.Value, Stacked(type, loop));
            }
        }

        return Stacked(inner, loop);
    }

    // The steps' frames, one after the other.
    private static TensorType Stacked(TensorType frame, LoopExtent loop) =>
        loop.Axis is { } axis ? frame.Insert(axis, 0).WithTime(SpecialAxis.At(0)) : frame;

    private static TensorType? OfUnit(LayerCall call, string name)
    {
        if (call.Sources.IsEmpty)
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(0, "at least one"));
        }

        var source = Source(call);
        var output = call.OutputFeature("feature");
        if (source is null || output is null || LoopOf(call) is not { } loop)
        {
            return null;
        }

        if (RecurrentUnits.Find(call, name, isOneStep: false) is not { } unit)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (!IsPossible(call, unit, source, loop))
        {
            return null;
        }

        var variables = new UnitVariables(call, source.FeatureOrSparse?.Size, output.Size);
        unit.Declare(variables);
        unit.DeclareInitialState(variables);
        return call.Fault is null ? WithFeature(source, output, loop) : null;
    }

    private static bool IsPossible(LayerCall call, RecurrentUnit unit, TensorType source, LoopExtent loop)
    {
        if (!unit.TakesIndices && source.Sparse is not null)
        {
            call.Fail(
                ShapeFaults.DataType($"The source {source} holds class indices", $"vectors for the unit {unit.Name}")
            );
        }
        else if (!unit.IsNative && loop.Axis is null && !call.IsInLoop)
        {
            call.Fail(ShapeFaults.NoAxis("axis", "of time", source));
        }
        else if (call.Integer("direction") is { } direction and not (1 or -1))
        {
            call.Fail(
                ShapeFaults.Options(
                    $"The direction of a recurrent layer is 1 or -1, not {direction}.",
                    "Leave \"direction\" out for the order of time.",
                    "direction"
                )
            );
        }

        return call.Fault is null;
    }

    // Time first, features last, what else there is in between.
    private static TensorType WithFeature(TensorType source, Axis output, LoopExtent loop)
    {
        var type = source;
        if (type.Sparse is not null)
        {
            type = type.OfType("float32").Insert(output, type.Rank).WithFeature(SpecialAxis.At(type.Rank));
        }
        else if (type.FeatureIndex is { } feature)
        {
            type = type.Replace(feature, output);
        }
        else
        {
            type = type.Insert(output, type.Rank);
        }

        if (loop.Axis is { } axis)
        {
            type = type.Has(axis) ? type : type.Insert(axis);
            type = type.WithTime(SpecialAxis.AtOrNone(type.IndexOf(axis)));
            return type.TimeMajor().FeatureLast();
        }

        return type.BatchMajor();
    }

    /// <summary>The concatenated sources, with the axis of the loop as time.</summary>
    private static TensorType? Source(LayerCall call)
    {
        if (call.Sources.IsEmpty || call.Input() is not { } source)
        {
            return null;
        }

        if (RecAxis.Find(call, source) is not { Axis: { } axis } || source.IndexOf(axis) is not { } index)
        {
            return source;
        }

        var isFeature = source.FeatureIndex == index;
        var marked = source.WithTime(SpecialAxis.At(index));
        return isFeature ? marked.WithFeature(SpecialAxis.Default) : marked;
    }
}
