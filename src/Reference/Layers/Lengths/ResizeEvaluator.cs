namespace NetDsl.Reference;

/// <summary><c>resize</c>: more or fewer entries along an axis, repeated or interpolated.</summary>
internal sealed class ResizeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis", "factor", "kind"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input)
        {
            return null;
        }

        var (value, type) = (input.Value.Move(batch, 0), input.Type.BatchMajor());
        if (step.AxisOf(type, "axis") is not { } axis)
        {
            return null;
        }

        value = value.Move(axis, 1);
        var entries = value.Shape[1];
        if (NewSize(step.Call.Option("factor"), entries) is not { } count)
        {
            return step.Refuse("factor");
        }

        // In single precision, as TensorFlow reckons.
        var scale = (float)entries / count;
        var places = Enumerable.Range(0, count).Select(index => index * scale).ToList();
        switch (step.Call.Text("kind") ?? "nn")
        {
            case "nn" or "nearest_neighbor":
                return value.Take(1, [.. places.Select(place => Math.Min((int)place, entries - 1))]);
            case "linear":
                var lower = value.Take(1, [.. places.Select(place => (int)place)]);
                var upper = value.Take(1, [.. places.Select(place => Math.Min((int)place + 1, entries - 1))]);
                var weights = new NdArray([count], [.. places.Select(place => (double)(place - (int)place))]);
                return lower + ((upper - lower) * Alignment.At(Value.Constant(weights), [1], value.Rank));
            default:
                return step.Refuse("kind");
        }
    }

    private static int? NewSize(OptionValue? factor, int entries) =>
        factor switch
        {
            IntegerValue number => (int)number.Value * entries,
            RealValue number => (int)MathF.Ceiling(entries * (float)number.Value),
            _ => null,
        };
}
