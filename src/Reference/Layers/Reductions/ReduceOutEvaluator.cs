namespace NetDsl.Reference;

/// <summary><c>reduce_out</c>: of each so many neighbouring features one.</summary>
internal sealed class ReduceOutEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "mode", "num_pieces"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { } input
            || input.Type.FeatureIndex != input.Type.Rank - 1
            || step.Call.Integer("num_pieces") is not { } pieces
        )
        {
            return step.Refuse("num_pieces");
        }

        var last = input.Type.Rank;
        var value = input.Value.Reshape([.. input.Value.Shape[..^1], input.Value.Shape[^1] / pieces, pieces]);
        return step.Call.Text("mode") switch
        {
            "max" => value.Reduce(ReduceKind.Maximum, last).Remove(last),
            "sum" => value.Sum(last).Remove(last),
            "mean" or "avg" => value.Mean(last).Remove(last),
            _ => step.Refuse("mode"),
        };
    }
}
