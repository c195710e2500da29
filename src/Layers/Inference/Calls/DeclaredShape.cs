namespace NetDsl.Layers;

/// <summary>What a layer declares of its output against what it is: <c>n_out</c>, <c>out_dim</c>, <c>out_shape</c> (contract 3.5).</summary>
internal static class DeclaredShape
{
    internal static void Check(LayerCall call, TensorType type)
    {
        CheckFeatures(call, type);
        if (
            call.Option("out_shape") is SequenceValue shape
            && !call.IsOpaque
            && FaultOf(call.Space, type, shape) is { } fault
        )
        {
            call.Fail(fault);
        }
    }

    /// <summary>Compares what the layer declares of its features alone.</summary>
    internal static void CheckFeatures(LayerCall call, TensorType type)
    {
        if (call.Integer("n_out") is { } size && type.FeatureOrSparse?.Size != size)
        {
            call.Fail(ShapeFaults.Declared("n_out", $"{size}", type.ToString()));
        }

        if (call.Axis("out_dim") is { } outDim && !type.Has(outDim) && !type.ImplicitAxes.Any(outDim.IsSame))
        {
            call.Fail(ShapeFaults.Declared("out_dim", outDim.ToString(), type.ToString()));
        }
    }

    /// <summary>What is wrong with the dims that are declared for a tensor, implicit ones among them; null if nothing is.</summary>
    internal static ShapeFault? FaultOf(AxisSpace space, TensorType type, SequenceValue declared)
    {
        if (declared is { Kind: not SequenceKind.Set, Items: [_, ..] })
        {
            return ShapeFaults.Options(
                "\"out_shape\" is a list.",
                "Make it a set: {batch_dim, time_dim}.",
                "out_shape"
            );
        }

        List<Axis> open = [.. type.Axes];
        open.AddRange(type.ImplicitAxes);
        foreach (var item in declared.Items)
        {
            if (item is not DimValue dim)
            {
                return null;
            }

            var axis = space.Of(dim.Value);
            var isThere = dim.Mark == DimMark.None || type.ImplicitAxes.Any(axis.IsSame);
            if (!isThere || !Remove(open, axis))
            {
                return ShapeFaults.Declared("out_shape", Describe(declared), Describe(type));
            }
        }

        return open.Count > 0 && open.Exists(axis => IsCertain(type, axis))
            ? ShapeFaults.Declared("out_shape", Describe(declared), Describe(type))
            : null;
    }

    private static bool Remove(List<Axis> open, Axis axis)
    {
        var count = open.Count;
        for (var place = count - 1; place >= 0; place--)
        {
            if (open[place].IsSame(axis))
            {
                open.RemoveAt(place);
            }
        }

        return open.Count < count;
    }

    // Of an axis whose length no data gives, nobody knows what the length depends on.
    private static bool IsCertain(TensorType type, Axis axis) =>
        type.Has(axis)
        || type.Sparse?.IsSame(axis) == true
        || type.Axes.Any(dynamic =>
            dynamic is { IsDynamic: true, HasLength: true } && dynamic.LengthAxes.Any(axis.IsSame)
        );

    private static string Describe(SequenceValue declared) =>
        $"[{string.Join(", ", declared.Items.OfType<DimValue>().Select(dim => dim.Value.ToString()))}]";

    private static string Describe(TensorType type)
    {
        var implicits = type.ImplicitAxes.Select(axis => axis.ToString()).ToList();
        return implicits.Count == 0 ? type.ToString() : $"{type}, implicitly also {string.Join(", ", implicits)}";
    }
}
