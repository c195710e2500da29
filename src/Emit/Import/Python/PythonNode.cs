using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>An expression of Python and its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last one.</param>
internal sealed record PythonNode(PythonNodeKind Kind, int Start, int End)
{
    private readonly ImmutableArray<PythonNode> items = [];

    /// <summary>What it holds.</summary>
    public ImmutableArray<PythonNode> Items
    {
        get => items;
        init
        {
            items = value;
            foreach (var item in value)
            {
                Depth = Math.Max(Depth, item.Depth + 1);
            }
        }
    }

    /// <summary>A name, an operator, the text of a string. Null for a string that is none, or is not known.</summary>
    public string? Text { get; init; }

    /// <summary>How many nodes are inside each other.</summary>
    public int Depth { get; private init; } = 1;
}
