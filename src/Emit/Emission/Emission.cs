using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>An emitted config: the text with all that was found on the way.</summary>
/// <param name="Text">The file, ready to write as UTF-8 without BOM.</param>
/// <param name="Config">The same as data.</param>
/// <param name="Diagnostics">Warnings and infos; errors are thrown.</param>
/// <param name="Lowering">What each rule did and why not.</param>
public sealed record Emission(
    string Text,
    Config Config,
    ImmutableArray<Diagnostic> Diagnostics,
    LoweringReport Lowering
)
{
    /// <summary>The user's line of each layer of the root that stands for a step of the model.</summary>
    internal IReadOnlyDictionary<string, SourceLocation> Lines { get; init; } =
        ImmutableDictionary<string, SourceLocation>.Empty;

    /// <summary>Whether the model is a <see cref="WrittenConfig"/>: what is wrong with it is among the warnings.</summary>
    public bool IsWritten => Config.IsWritten;
}
