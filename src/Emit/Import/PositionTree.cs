using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// Where the values inside a dict or a sequence are, in their order. Two numbers a value; a value that is used by name in several
/// places shares its tree.
/// </summary>
internal sealed record PositionTree(ImmutableArray<ValuePosition> Items);
