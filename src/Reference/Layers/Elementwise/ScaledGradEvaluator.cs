namespace NetDsl.Reference;

/// <summary><c>scaled_grad</c>: the input, whose gradient is scaled; 0 stops it.</summary>
internal sealed class ScaledGradEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "scale", "shift", "scale_shift_by_sum_over_axis", "clip_max_axis"];

    public Value? Evaluate(LayerStep step)
    {
        foreach (var option in (ReadOnlySpan<string>)["shift", "scale_shift_by_sum_over_axis", "clip_max_axis"])
        {
            if (step.Call.Has(option))
            {
                return step.Refuse(option);
            }
        }

        if (step.Input() is not { } input)
        {
            return null;
        }

        if (!step.Call.Has("scale"))
        {
            return input.Value;
        }

        return step.Call.Real("scale") is { } scale
            ? (input.Value * scale) + (input.Value.Stop() * (1 - scale))
            : step.Refuse("scale");
    }
}
