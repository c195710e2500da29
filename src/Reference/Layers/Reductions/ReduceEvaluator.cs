using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>reduce</c> and <c>math_norm</c>: axes summed up or the like; padding is left out unless the layer says otherwise.</summary>
internal sealed class ReduceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "mode", "axis", "axes", "keep_dims", "use_time_mask", "p"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { } input
            || AxisSearch.Find(step.Call, input.Type, "axis", step.Call.Option("axis") ?? step.Call.Option("axes"))
                is not { } axes
        )
        {
            return step.Refuse("axis");
        }

        var mode = step.Call.LayerClass == "math_norm" ? "norm" : (step.Call.Text("mode") ?? "").ToLowerInvariant();
        var mask =
            step.Call.LayerClass != "math_norm" && step.Call.IsOn("use_time_mask", otherwise: true)
                ? MaskOf(step, input, axes)
                : null;
        if (Reduction.Of(mode, input.Value, mask, axes, step.Call.Real("p")) is not { } value)
        {
            return step.Refuse("mode");
        }

        return step.Call.Flag("keep_dims") ? value : value.Remove(axes);
    }

    private static NdArray? MaskOf(LayerStep step, Datum input, ImmutableArray<int> axes)
    {
        NdArray? all = null;
        foreach (var axis in axes)
        {
            if (step.Mask(input.Type, axis, input.Value.Shape[axis]) is { } mask)
            {
                all = all is null ? mask : Binary.Multiply.Compute([all, mask]);
            }
        }

        return all;
    }
}
