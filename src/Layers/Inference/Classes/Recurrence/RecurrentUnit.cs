using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>A recurrent unit that RETURNN knows by its name.</summary>
/// <param name="Name">As the config names it.</param>
/// <param name="IsNative">Whether it runs over the whole sequence at once; such units cannot do single steps.</param>
/// <param name="TakesIndices">Whether class indices can go in.</param>
/// <param name="Declare">Tells its variables.</param>
internal sealed record RecurrentUnit(string Name, bool IsNative, bool TakesIndices, Action<UnitVariables> Declare)
{
    /// <summary>The parts of its state, as their variables are called if the first state is trained; empty if that is not known.</summary>
    internal ImmutableArray<string> States { get; init; } = [];

    /// <summary>Tells the variables of a first state that is trained.</summary>
    internal void DeclareInitialState(UnitVariables variables)
    {
        var given = variables.Call.Option("initial_state");
        if (States.IsEmpty && (IsTrained(given) || given is DictValue))
        {
            variables.Call.UnknownVariables();
        }

        foreach (var state in States)
        {
            if (IsTrained(given is DictValue parts ? parts[state] : given))
            {
                variables.Add($"initial_{state}", variables.Size);
            }
        }
    }

    private static bool IsTrained(OptionValue? state) => state is StringValue { Value: "var" };
}
