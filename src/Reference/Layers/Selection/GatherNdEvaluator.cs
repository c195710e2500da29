namespace NetDsl.Reference;

/// <summary><c>gather_nd</c>: the entries along the first axis behind the batch, at the places that another layer holds.</summary>
internal sealed class GatherNdEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "position"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input || step.Other("position") is not { } position)
        {
            return null;
        }

        var value = input.Value.Move(batch, 0);
        var (sequences, entries) = (value.Shape[0], value.Shape[1]);
        var at = position.Type.BatchIndex is { } first
            ? position.Value.Move(first, 0)
            : position.Value.Insert(0).Expand(position.Value.Shape.Insert(0, sequences));
        var each = at.Array.Count / sequences;
        var rows = at.Array.Data.Select(
            (index, place) => index >= 0 && index < entries ? (place / each * entries) + (int)index : -1
        );
        return value
            .Reshape([sequences * entries, .. value.Shape[2..]])
            .Take(0, [.. rows])
            .Reshape([.. at.Shape, .. value.Shape[2..]]);
    }
}
