using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary><c>cond</c>: the output of the branch that the condition says, and its further outputs (contract 5).</summary>
internal sealed class CondEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["condition", "true_layer", "false_layer"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            Conditions.Branch(step.State, step.Layer) is not { } branch
            || !step.State.Outputs.TryGetValue(branch.Layers[0], out var output)
        )
        {
            return step.Fail(InterpreterDiagnostics.NoValue(step.Layer, "condition"));
        }

        foreach (var inner in branch.Layers[0].Inner.SelectMany(scope => scope.Layers))
        {
            if (inner.Options.IsOn("is_output_layer") && !AddPart(step, inner))
            {
                return null;
            }
        }

        return step.Aligned(output, step.Type);
    }

    // As in the first branch, whatever the order of axes in the other.
    private static bool AddPart(LayerStep step, NetLayer inner)
    {
        var first = step.Layer.InnerOf("true_layer")?.Layers[0].Inner;
        if (
            first is not [var scope]
            || !scope.TryGet(inner.Name, out var like)
            || step.State.Net[like].Type is not { } type
            || !step.State.Outputs.TryGetValue(inner, out var output)
        )
        {
            return true;
        }

        if (step.Aligned(output, type) is not { } value)
        {
            return false;
        }

        step.Part(inner.Name, new(type, value));
        return true;
    }
}
