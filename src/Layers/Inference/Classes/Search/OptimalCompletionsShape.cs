namespace NetDsl.Layers;

/// <summary><c>optimal_completions</c>: for each label how far it leads away from the target.</summary>
internal sealed class OptimalCompletionsShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources.Length != 1 && !call.IsOpaque)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (!call.Has("target"))
        {
            return call.Fail(ShapeFaults.Options("The class needs a target.", "Give \"target\".", "target"));
        }

        if (call.Target() is not { } target || target.Sparse?.Size is not { } labels)
        {
            return call.Unknown();
        }

        var size = call.Integer("blank_idx") is { } blank ? Math.Max(labels, blank + 1) : labels;
        var described = DictValue.Of([
            new("shape", OptionValue.Tuple(size)),
            new("dim", size),
            new("dtype", "int32"),
            new("time_dim_axis", OptionValue.None),
        ]);
        return new TensorDescription(call.Space, described).Read($"{call.Name}_output", isInput: false);
    }
}
