namespace NetDsl;

/// <summary>Comparisons, entry by entry.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}
