namespace NetDsl.Emit;

/// <summary>
/// References that stand for nothing. In layers that RETURNN builds they are errors: it fails there; elsewhere it never sees them.
/// Several references to one missing thing are one finding.
/// </summary>
internal sealed class ReferenceCheck(
    NetSource source,
    NetStructure structure,
    NetPlaces places,
    List<Diagnostic> diagnostics
)
{
    private const int MostFindings = 100;
    private const int MostRelated = 3;

    private readonly HashSet<(NetScope Scope, int? Index)> read =
    [
        .. structure.Inputs.Select(input => (input.Scope, input.Index)),
    ];

    internal void Run()
    {
        var missing = structure
            .Layers.Concat(structure.Unbuilt)
            .SelectMany(layer => layer.References, (layer, reference) => new BrokenReference(layer, reference))
            .Where(broken => broken.Reference.Target is UnresolvedTarget)
            .GroupBy(broken => (broken.Target.Fault, broken.Target.Scope, broken.Target.Name));
        var names = new VisibleNames(source, structure);
        foreach (var group in missing.Take(MostFindings))
        {
            Report([.. group], names);
        }
    }

    private void Report(List<BrokenReference> broken, VisibleNames names)
    {
        var isError = broken.FindIndex(IsFatal);
        var first = broken[Math.Max(isError, 0)];
        var finding = Describe(first, names) with
        {
            Severity = isError < 0 ? Severity.Warning : Severity.Error,
            Related =
            [
                .. broken.Where(other => other != first).Select(Related).OfType<RelatedLocation>().Take(MostRelated),
            ],
        };
        diagnostics.Add(finding);
    }

    private Diagnostic Describe(BrokenReference broken, VisibleNames names)
    {
        var place = places.Of(broken.Layer, broken.Reference);
        return broken.Target.Fault switch
        {
            ReferenceFault.NoLayer => ReferenceDiagnostics.NoLayer(place, broken, names.Meant(broken)),
            ReferenceFault.NoParent => ReferenceDiagnostics.NoParent(place, broken, names.Meant(broken)),
            ReferenceFault.NoInput => ReferenceDiagnostics.NoInput(place, broken, VisibleNames.LevelsBelow(broken)),
            ReferenceFault.NoData => ReferenceDiagnostics.NoData(place, broken, names.MeantInput(broken)),
            ReferenceFault.PreviousTwice => ReferenceDiagnostics.PreviousTwice(place, broken),
            _ => ReferenceDiagnostics.NoLoop(place, broken),
        };
    }

    private bool IsFatal(BrokenReference broken) =>
        broken.Layer is { IsBuilt: true, IsForSearch: false }
        && (broken.Reference.Need != ReferenceNeed.WhenRead || IsRead(broken));

    private bool IsRead(BrokenReference broken) =>
        broken.Layer.Inner is [var scope, ..]
        && (read.Contains((scope, null)) || read.Contains((scope, broken.Reference.Index)));

    private RelatedLocation? Related(BrokenReference other)
    {
        var place = places.Of(other.Layer, other.Reference);
        return place.Location is { IsKnown: true } location ? new(location, $"{place.Subject} does, too") : null;
    }
}
