using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>gather</c>: the entries along an axis at the places that another layer holds, or at one place.</summary>
internal sealed class GatherEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "position", "axis", "clip_to_valid"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis") is not { } axis)
        {
            return null;
        }

        var position = step.Call.Integer("position") is { } number
            ? new Datum(new TensorType([], "int32"), Value.Constant(number))
            : step.Other("position");
        return position is null ? null : Gathering.Of(step, input, position, axis, step.Call.Flag("clip_to_valid"));
    }
}
