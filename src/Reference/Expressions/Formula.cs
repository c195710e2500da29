namespace NetDsl.Reference;

/// <summary>A formula of an <c>eval</c> layer.</summary>
internal abstract record Formula;
