using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>Which branch of a cond is taken.</summary>
internal static class Conditions
{
    /// <summary>Whether it is the first; null if the condition is not computed.</summary>
    internal static bool? Of(StepState state, NetLayer cond)
    {
        Datum? condition;
        if (cond.InnerOf("condition") is { } scope)
        {
            condition = state.Outputs.GetValueOrDefault(scope.Layers[0]);
        }
        else
        {
            var reference = cond.References.FirstOrDefault(reference => reference.Option == "condition");
            condition = reference is null ? null : state.Lookup.Find(reference);
        }

        return condition is null ? null : condition.Value.Array.Data[0] != 0;
    }

    /// <summary>The scope of the branch that is taken.</summary>
    internal static NetScope? Branch(StepState state, NetLayer cond) =>
        Of(state, cond) is { } isFirst ? cond.InnerOf(isFirst ? "true_layer" : "false_layer") : null;
}
