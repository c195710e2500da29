namespace NetDsl.Emit;

/// <summary>That one node takes something from another.</summary>
internal sealed record PictureEdge(PictureNode From, PictureNode To, PictureEdgeKind Kind);
