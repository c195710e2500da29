namespace NetDsl.Layers;

/// <summary>What takes the place of a match.</summary>
/// <param name="Layers">New layers, each after those it reads; the last one yields the result.</param>
internal sealed record Fusion(IReadOnlyList<LayerNode> Layers)
{
    /// <summary>Values that change, in words, for the report.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the user should know without asking.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
