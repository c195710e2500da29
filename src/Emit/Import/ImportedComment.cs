namespace NetDsl.Emit;

/// <summary>A comment of a config, with what begins it (<c>#</c>, <c>//</c> or <c>/*</c>).</summary>
internal sealed record ImportedComment(string Text, SourceLocation Location);
