namespace NetDsl.Emit;

/// <summary>The statements that can be run; all others are <see cref="Other"/>.</summary>
internal enum PythonRunKind
{
    /// <summary>A statement that only Python can run.</summary>
    Other,

    /// <summary><c>a = b = c</c>: the value comes last.</summary>
    Assign,

    /// <summary><c>a += b</c>.</summary>
    Augment,

    /// <summary>An expression for its effects.</summary>
    Expression,

    /// <summary><c>if</c>, and <c>elif</c> as one inside <c>else</c>.</summary>
    If,

    /// <summary><c>for a in b</c>.</summary>
    For,

    /// <summary><c>while</c>.</summary>
    While,

    /// <summary><c>def</c>: the nodes are its parameters.</summary>
    Function,

    /// <summary><c>return</c>.</summary>
    Return,

    /// <summary><c>break</c>.</summary>
    Break,

    /// <summary><c>continue</c>.</summary>
    Continue,

    /// <summary><c>del</c>.</summary>
    Delete,

    /// <summary><c>assert</c>.</summary>
    Assert,

    /// <summary><c>global</c>.</summary>
    Global,

    /// <summary><c>pass</c>, and all that does nothing.</summary>
    Pass,
}
