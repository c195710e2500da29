using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What a layer declares of its output against what it is: <c>n_out</c>, <c>out_dim</c>, <c>out_shape</c> (contract 3.5).</summary>
internal static class DeclaredShape
{
    internal static void Check(LayerCall call, TensorType type)
    {
        if (call.Integer("n_out") is { } size && type.FeatureOrSparse?.Size != size)
        {
            call.Fail(ShapeFaults.Declared("n_out", $"{size}", type.ToString()));
        }

        if (call.Axis("out_dim") is { } outDim && !type.Has(outDim) && !type.ImplicitAxes.Any(outDim.IsSame))
        {
            call.Fail(ShapeFaults.Declared("out_dim", outDim.ToString(), type.ToString()));
        }

        if (call.Option("out_shape") is SequenceValue shape && !call.IsOpaque)
        {
            CheckShape(call, type, shape);
        }
    }

    private static void CheckShape(LayerCall call, TensorType type, SequenceValue declared)
    {
        if (declared is { Kind: not SequenceKind.Set, Items: [_, ..] })
        {
            call.Fail(
                ShapeFaults.Options("\"out_shape\" is a list.", "Make it a set: {batch_dim, time_dim}.", "out_shape")
            );
            return;
        }

        List<Axis> implicits = [.. type.ImplicitAxes];
        List<Axis> open = [.. type.Axes, .. implicits];
        foreach (var item in declared.Items)
        {
            if (item is not DimValue dim)
            {
                return;
            }

            var axis = call.Space.Of(dim.Value);
            var isThere = dim.Mark == DimMark.None || implicits.Exists(axis.IsSame);
            var index = open.FindIndex(axis.IsSame);
            if (!isThere || index < 0)
            {
                call.Fail(ShapeFaults.Declared("out_shape", Describe(declared), Describe(type)));
                return;
            }

            open.RemoveAll(axis.IsSame);
        }

        if (open.Exists(axis => IsCertain(type, axis)))
        {
            call.Fail(ShapeFaults.Declared("out_shape", Describe(declared), Describe(type)));
        }
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
