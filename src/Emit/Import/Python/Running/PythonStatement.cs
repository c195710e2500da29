using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A statement of Python that can be run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
internal sealed record PythonStatement(PythonRunKind Kind, int Start)
{
    /// <summary>Its expressions: targets before values, a condition, parameters.</summary>
    public ImmutableArray<PythonNode> Nodes { get; init; } = [];

    /// <summary>The name of a function, or the operator of <c>a += b</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names that are declared or imported.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Its block.</summary>
    public ImmutableArray<PythonStatement> Body { get; init; } = [];

    /// <summary>The block behind <c>else</c>.</summary>
    public ImmutableArray<PythonStatement> Otherwise { get; init; } = [];
}
