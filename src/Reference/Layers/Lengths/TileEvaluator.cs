using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>tile</c>: the whole tensor several times along axes.</summary>
internal sealed class TileEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "multiples", "out_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        var value = input.Value;
        foreach (var (where, times) in step.Call.Option("multiples") as DictValue ?? DictValue.Empty)
        {
            if (
                step.Call.AxisOf(input.Type, "multiples", where) is not { } axis
                || LayerCall.IntegerOf(times) is not { } number
            )
            {
                return step.Refuse("multiples");
            }

            var size = value.Shape[axis];
            value = value.Take(axis, [.. Enumerable.Range(0, size * number).Select(index => index % size)]);
        }

        return value;
    }
}
