namespace NetDsl.Layers;

/// <summary>A recurrent unit that RETURNN knows by its name.</summary>
/// <param name="Name">As the config names it.</param>
/// <param name="IsNative">Whether it runs over the whole sequence at once; such units cannot do single steps.</param>
/// <param name="TakesIndices">Whether class indices can go in.</param>
/// <param name="Declare">Tells its variables.</param>
internal sealed record RecurrentUnit(string Name, bool IsNative, bool TakesIndices, Action<UnitVariables> Declare);
