namespace NetDsl.Emit;

/// <summary>How what a node holds is arranged: in rows from top to bottom, each with an order that crosses few lines.</summary>
/// <param name="Rows">From top to bottom, from left to right.</param>
/// <param name="Links">Between rows.</param>
internal sealed record BoxLayout(IReadOnlyList<IReadOnlyList<LayoutItem>> Rows, IReadOnlyList<LayoutLink> Links);
