namespace NetDsl.Reference;

/// <summary><c>rnn_cell</c>: one step of a recurrent unit in a loop; elsewhere all steps.</summary>
internal sealed class RnnCellEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "unit", "unit_opts", "initial_state"];

    public Value? Evaluate(LayerStep step)
    {
        var time = NetDsl.Layers.ConcatSources.Input(step.Call, feature: null)?.TimeAxis;
        return CellLayer.Evaluate(step, step.Call.IsInLoop ? null : time);
    }
}
