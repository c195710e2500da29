namespace NetDsl.Emit;

/// <summary>The expressions that may be data; all others are <see cref="Other"/>.</summary>
internal enum PythonNodeKind
{
    /// <summary>An expression that only Python can evaluate. What is inside is not kept.</summary>
    Other,

    /// <summary><c>True</c>, <c>False</c> or <c>None</c>.</summary>
    Constant,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One or several adjacent string literals.</summary>
    String,

    /// <summary>A name.</summary>
    Name,

    /// <summary>An expression in brackets.</summary>
    Group,

    /// <summary><c>[a, b]</c>.</summary>
    List,

    /// <summary><c>(a, b)</c>, with or without the brackets.</summary>
    Tuple,

    /// <summary><c>{a, b}</c>.</summary>
    Set,

    /// <summary><c>{a: b}</c>; keys and values take turns.</summary>
    Dict,

    /// <summary><c>+a</c> or <c>-a</c>.</summary>
    Sign,

    /// <summary><c>a + b</c>, <c>a - b</c>, <c>a * b</c> or <c>a // b</c>.</summary>
    Binary,

    /// <summary><c>a.name</c>.</summary>
    Attribute,

    /// <summary><c>f(a, name=b)</c>; the function comes first.</summary>
    Call,

    /// <summary><c>name=b</c> in a call.</summary>
    Keyword,
}
