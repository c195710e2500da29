using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A function of the config.</summary>
/// <param name="Name">Its name; null for a lambda.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Defaults">The defaults of those that have one.</param>
/// <param name="Frame">The call around its definition, if there is one.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record PythonFunction(
    string? Name,
    ImmutableArray<PythonNode> Parameters,
    IReadOnlyDictionary<string, object> Defaults,
    PythonCallFrame? Frame,
    int Start
)
{
    /// <summary>Its block, if it is no lambda.</summary>
    public ImmutableArray<PythonStatement> Body { get; init; } = [];

    /// <summary>The value of a lambda.</summary>
    public PythonNode? Value { get; init; }

    /// <summary>The lambda itself.</summary>
    public PythonNode? Lambda { get; init; }

    /// <summary>The names that its block assigns, and those that it declares global.</summary>
    public required PythonLocals Locals { get; init; }
}
