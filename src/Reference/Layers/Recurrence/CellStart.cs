using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What a unit keeps before its first step (<c>initial_state</c>).</summary>
internal static class CellStart
{
    /// <summary>The vectors; null if they are not known, and the step then says so.</summary>
    internal static ImmutableArray<Value>? Of(LayerStep step, IRecurrentCell cell, int sequences, int size)
    {
        switch (step.Call.Option("initial_state"))
        {
            case null or StringValue { Value: "zeros" } or IntegerValue { Value: 0 }:
                return CellRun.Start(cell, sequences, size);
            case StringValue { Value: "var" }:
                return Trained(step, cell, sequences, size);
            default:
                step.Refuse("initial_state");
                return null;
        }
    }

    private static ImmutableArray<Value>? Trained(LayerStep step, IRecurrentCell cell, int sequences, int size)
    {
        var scope = step.Call.Has("name_scope") ? "" : "rec/";
        var states = ImmutableArray.CreateBuilder<Value>();
        foreach (var name in cell.StateCount == 2 ? (string[])["c", "h"] : ["var"])
        {
            if (step.Parameter($"{scope}initial_{name}") is not { } start)
            {
                return null;
            }

            states.Add(CellInput.Row(start).Expand([sequences, size]));
        }

        return states.ToImmutable();
    }
}
