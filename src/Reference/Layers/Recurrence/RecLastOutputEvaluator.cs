namespace NetDsl.Reference;

/// <summary><c>rec_last_output</c>: what a layer in a loop gives in the last step of each sequence.</summary>
internal sealed class RecLastOutputEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["rec_layer", "sub_layer_name"];

    public Value? Evaluate(LayerStep step) =>
        step.Other("sub_layer_name") is { } all ? LastFrames.Of(step.Lengths, all) : null;
}
