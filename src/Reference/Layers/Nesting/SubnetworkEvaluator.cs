namespace NetDsl.Reference;

/// <summary><c>subnetwork</c>: the output of the net inside.</summary>
internal sealed class SubnetworkEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["subnetwork", "concat_sources"];

    public Value? Evaluate(LayerStep step) =>
        step.Layer.InnerOf("subnetwork") is { } scope
        && scope.TryGet("output", out var output)
        && step.State.Outputs.TryGetValue(output, out var datum)
            ? datum.Value
            : step.Fail(InterpreterDiagnostics.NoValue(step.Layer, "output"));
}
