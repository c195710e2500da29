namespace NetDsl;

/// <summary>A formula that is computed entry by entry.</summary>
internal abstract record Expression;
