namespace NetDsl;

/// <summary>How a deferred assignment changes its parameter.</summary>
internal enum AssignOperator
{
    /// <summary>The parameter becomes the value.</summary>
    Assign,

    /// <summary>The value is added to the parameter.</summary>
    Add,
}
