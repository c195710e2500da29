namespace NetDsl.Emit;

/// <summary>Where blocks stop fitting a pattern.</summary>
/// <param name="Progress">How many steps fitted before; the attempt that came furthest explains best.</param>
/// <param name="Reason">One sentence without its point.</param>
/// <param name="Location">The user's line.</param>
internal sealed record Mismatch(int Progress, string Reason, SourceLocation Location);
