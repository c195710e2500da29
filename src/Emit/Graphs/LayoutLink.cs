namespace NetDsl.Emit;

/// <summary>A piece of a line, from one row of a box to the next; a line back or to the side if it is <see cref="IsBack"/>.</summary>
/// <param name="From">Above.</param>
/// <param name="To">Below.</param>
/// <param name="Source">The node whose output it carries: of an open box, the piece ends at that node's gate.</param>
/// <param name="Kind">What it carries.</param>
/// <param name="IsBack">Whether it closes a cycle.</param>
internal sealed record LayoutLink(
    LayoutItem From,
    LayoutItem To,
    PictureNode Source,
    PictureEdgeKind Kind,
    bool IsBack = false
);
