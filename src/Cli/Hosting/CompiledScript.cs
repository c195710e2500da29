using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>A model compiled in process.</summary>
/// <param name="Assembly">The program.</param>
/// <param name="Symbols">Its portable PDB, for the lines of what it throws.</param>
/// <param name="Warnings">What the compiler warned of; kept, so that a cached script warns as it did.</param>
internal sealed record CompiledScript(byte[] Assembly, byte[] Symbols, ImmutableArray<Diagnostic> Warnings);
