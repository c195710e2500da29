namespace NetDsl.Emit;

/// <summary>Layers that need themselves, in no other step of a loop.</summary>
internal sealed class CycleCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostRelated = 5;

    internal void Run()
    {
        foreach (var cycle in structure.Cycles)
        {
            diagnostics.Add(
                ReferenceDiagnostics.Cycle(places.Of(cycle[0]), cycle, cycle.Any(layer => layer.Scope.IsInLoop)) with
                {
                    Related =
                    [
                        .. cycle
                            .Skip(1)
                            .Take(MostRelated)
                            .Select(places.Of)
                            .Where(place => place.Location.IsKnown)
                            .Select(place => new RelatedLocation(place.Location, place.Subject)),
                    ],
                }
            );
        }
    }
}
