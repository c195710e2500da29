using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>A program that holds models; disposing it lets its code go.</summary>
internal sealed class ModelProgram : IDisposable
{
    /// <summary>In the order of the program; at least one.</summary>
    public required IReadOnlyList<Func<Net>> Models { get; init; }

    /// <summary>What the compiler warned of.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public ModelAssemblyLoadContext? Context { get; init; }

    public void Dispose() => Context?.Unload();
}
