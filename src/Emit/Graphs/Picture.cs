using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What there is to draw.</summary>
/// <param name="Name">The net's name.</param>
/// <param name="Nodes">All nodes by their ids; the first is the net.</param>
/// <param name="Edges">Between layers and inputs, each once.</param>
/// <param name="Gone">What an older net had.</param>
internal sealed record Picture(
    string Name,
    ImmutableArray<PictureNode> Nodes,
    ImmutableArray<PictureEdge> Edges,
    ImmutableArray<string> Gone
)
{
    internal PictureNode Net => Nodes[0];

    /// <summary>The edges between what is drawn if only open nodes show what they hold.</summary>
    internal IEnumerable<PictureEdge> Shown =>
        Edges
            .Select(edge => new PictureEdge(Visible(edge.From), Visible(edge.To), edge.Kind))
            .Where(edge => edge.From != edge.To)
            .Distinct();

    /// <summary>The node, or the outermost closed one around it.</summary>
    internal static PictureNode Visible(PictureNode node)
    {
        var shown = node;
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            shown = outer.IsOpen ? shown : outer;
        }

        return shown;
    }
}
