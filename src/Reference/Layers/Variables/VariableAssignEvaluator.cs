namespace NetDsl.Reference;

/// <summary><c>variable_assign</c>: a write to a variable, done behind the step (contract 4.2).</summary>
internal sealed class VariableAssignEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["var", "value", "op"];

    public Value? Evaluate(LayerStep step)
    {
        var operation = step.Call.Text("op") ?? "assign";
        if (operation is not ("assign" or "add"))
        {
            return step.Refuse("op");
        }

        if (
            VariableAccess.Of(step, "var") is not (var parameter, var held)
            || step.Other("value") is not { } value
            || VariableAccess.Type(step, "var") is not { } type
            || step.Aligned(value, type) is not { } aligned
        )
        {
            return null;
        }

        var assignment = new Assignment(step.Layer, parameter, aligned.Array, operation == "add");
        step.State.Assignments.Add(assignment);
        step.State.Variables[step.Layer] = (parameter, assignment.After(held));
        return Value.Constant(0);
    }
}
