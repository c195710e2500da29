namespace NetDsl.Emit;

/// <summary>A dim that the config declares: <c>name = Dim(...)</c>, or <c>name = other.ceildiv_right(2)</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Dim">The dim; every use of the variable is this object.</param>
/// <param name="HasKind">Whether the declaration says its kind; without one the dim is taken for a spatial one.</param>
/// <param name="Location">Where the declaration begins.</param>
internal sealed record ImportedDim(string Name, Dim Dim, bool HasKind, SourceLocation Location);
