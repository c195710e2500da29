namespace NetDsl.Reference;

/// <summary><c>positional_encoding</c>: waves that tell the place in time, added to the source or by themselves.</summary>
internal sealed class PositionalEncodingEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options => ["axis", "add_to_input"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.Call.IsInLoop)
        {
            return step.Refuse("axis");
        }

        if (
            step.AxisOf(step.Type, "axis", "T") is not { } axis
            || step.AxisOf(input.Type, "axis", "T") is not { } source
        )
        {
            return null;
        }

        var last = step.Type.Rank - 1;
        var width = step.Type.Axes[last].Size!.Value;
        var waves = Value.Constant(Waves.Of([.. Enumerable.Range(0, input.Value.Shape[source])], width));
        var signal = Alignment.At(waves, [axis, last], step.Type.Rank);
        if (step.Call.Flag("add_to_input"))
        {
            return input.Value + signal;
        }

        return step.ShapeOf(step.Type) is { } shape ? signal.Expand(shape) : null;
    }
}
