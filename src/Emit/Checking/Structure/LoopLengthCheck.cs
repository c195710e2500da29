using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Loops that nothing ends (contract 8): no sources, no axis, no target, no layer <c>end</c>, and nothing inside that has a length.</summary>
internal sealed class LoopLengthCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    // Each of them may give the length, or make the loop one step of a loop around.
    private static readonly string[] lengths = ["axis", "size_target", "target", "loss", "state"];

    internal void Run()
    {
        var endless = structure
            .Layers.Where(layer => layer.ClassName == "rec" && !layer.Scope.IsInLoop && IsWithoutLength(layer))
            .ToList();
        if (endless.Count == 0)
        {
            return;
        }

        var measured = structure.All.Where(MayHaveLength).SelectMany(UnitsAround).ToHashSet();
        foreach (var loop in endless.Where(loop => !measured.Contains(loop.InnerOf("unit")!)).Take(MostFindings))
        {
            var finding = ConstructionDiagnostics.Endless(places.Of(loop));
            diagnostics.Add(loop.IsForSearch ? finding with { Severity = Severity.Warning } : finding);
        }
    }

    private static bool IsWithoutLength(NetLayer loop) =>
        loop.Options["from"] is SequenceValue { Items: [] }
        && lengths.All(option => loop.Options[option] is null or NoneValue)
        && loop.InnerOf("unit") is { IsOpen: false } unit
        && !unit.TryGet("end", out _);

    private static bool MayHaveLength(NetLayer layer) =>
        layer.IsCode
        || layer.Scope.IsOpen
        || layer.ClassName == "rec_unstack"
        || !Catalog.Returnn.Layers.ContainsKey(layer.ClassName)
        || layer.References.Any(reference => reference.Target is ExternDataTarget or UnknownTarget);

    private static IEnumerable<NetScope> UnitsAround(NetLayer layer)
    {
        for (var scope = layer.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.RecUnit)
            {
                yield return scope;
            }
        }
    }
}
