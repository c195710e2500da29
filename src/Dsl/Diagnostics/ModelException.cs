using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A model cannot be built; holds every diagnostic found, errors and warnings, in the order of their causes.</summary>
public sealed class ModelException : Exception
{
    /// <summary>An exception that carries the given diagnostics.</summary>
    /// <param name="diagnostics">At least one error.</param>
    public ModelException(IEnumerable<Diagnostic> diagnostics)
        : this([.. diagnostics]) { }

    private ModelException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>All that was found.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
