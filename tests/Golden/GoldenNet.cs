namespace NetDsl.Tests.Golden;

/// <summary>A random net and RETURNN's verdict on it; for those it built, what became of the layers.</summary>
/// <param name="Number">Its line in the file.</param>
/// <param name="Config">The Python config.</param>
/// <param name="Status"><c>ok</c>, <c>rejected</c> when built, or it fails when run.</param>
/// <param name="Error">What RETURNN said.</param>
/// <param name="Layers">By name; empty if it was not built.</param>
/// <param name="Parameters">Shapes by variable name.</param>
/// <param name="InputLengths">The lengths fed, by dim.</param>
/// <param name="Lengths">For each layer the lengths of its dynamic dims, by name.</param>
internal sealed record GoldenNet(
    int Number,
    string Config,
    string Status,
    string Error,
    IReadOnlyDictionary<string, GoldenLayer> Layers,
    IReadOnlyDictionary<string, IReadOnlyList<int>> Parameters,
    IReadOnlyDictionary<string, IReadOnlyList<int>> InputLengths,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<int>>> Lengths
)
{
    public bool IsBuilt => Layers.Count > 0;
}
