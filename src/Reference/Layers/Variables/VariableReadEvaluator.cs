namespace NetDsl.Reference;

/// <summary><c>variable_read</c>: what a variable holds behind the writes that the layer waits for, and before all others (contract 4.2).</summary>
internal sealed class VariableReadEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["var"];

    public Value? Evaluate(LayerStep step)
    {
        if (VariableAccess.Of(step, "var") is not (var parameter, var held))
        {
            return null;
        }

        var awaited = Reach.From(step.State, VariableAccess.Awaited(step.Layer));
        foreach (var (layer, access) in step.State.Variables)
        {
            if (layer.ClassName == "variable_assign" && access.Parameter == parameter && awaited.Contains(layer))
            {
                held = access.Held;
            }
        }

        step.State.Variables[step.Layer] = (parameter, held);
        var variable = step.State.Parameter(parameter)!;
        return ReferenceEquals(variable.Array, held) ? variable : Value.Constant(held);
    }
}
