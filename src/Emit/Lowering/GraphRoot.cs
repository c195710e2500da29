namespace NetDsl.Emit;

/// <summary>An output or a loss, for messages.</summary>
/// <param name="Words">What it is: <c>the output "peek"</c>.</param>
/// <param name="Location">Where it was declared.</param>
internal sealed record GraphRoot(string Words, SourceLocation Location);
