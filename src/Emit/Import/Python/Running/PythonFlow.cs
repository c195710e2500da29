namespace NetDsl.Emit;

/// <summary>How a block ended.</summary>
internal enum PythonFlow
{
    /// <summary>At its end.</summary>
    Next,

    /// <summary>With <c>break</c>.</summary>
    Break,

    /// <summary>With <c>continue</c>.</summary>
    Continue,

    /// <summary>With <c>return</c>.</summary>
    Return,
}
