namespace NetDsl.Reference;

/// <summary><c>expand_dims</c>: one more axis, along which all is the same.</summary>
internal sealed class ExpandDimsEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis", "dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        var value = input.Value;
        if (step.Call.Option("axis") is IntegerValue && input.Type.BatchIndex is { } batch)
        {
            value = value.Move(batch, 0);
            input = new(input.Type.BatchMajor(), value);
        }

        var place = 0;
        while (place < input.Type.Rank && ReferenceEquals(input.Type.Axes[place], step.Type.Axes[place]))
        {
            place++;
        }

        var size = step.Lengths.Extent(step.Type.Axes[place]) ?? 1;
        var expanded = value.Insert(place);
        return expanded.Expand(expanded.Shape.SetItem(place, size));
    }
}
