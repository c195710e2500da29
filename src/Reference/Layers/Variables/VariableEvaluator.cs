namespace NetDsl.Reference;

/// <summary><c>variable</c>: a parameter, or a state that is kept.</summary>
internal sealed class VariableEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    ["shape", "dtype", "param_name", "add_batch_axis", "add_time_axis"];

    public Value? Evaluate(LayerStep step)
    {
        var name = step.Call.Text("param_name") ?? step.Call.Name;
        if (step.Parameter(name) is not { } value)
        {
            return null;
        }

        step.State.Variables[step.Layer] = (ParameterLookup.NameOf(step.Layer, name), value.Array);
        if (step.Call.Flag("add_time_axis"))
        {
            value = value.Insert(0);
        }

        return step.Call.Flag("add_batch_axis") ? value.Insert(0) : value;
    }
}
