namespace NetDsl;

/// <summary>How entries along the reduced dims become one; the names are RETURNN's.</summary>
internal enum ReduceMode
{
    Mean,
    Sum,
    Max,
    Min,
    LogSumExp,
    Any,
    All,
    ArgMax,
    ArgMin,
}
