namespace NetDsl.Emit;

/// <summary>The expressions that can be computed; all others are <see cref="Other"/>.</summary>
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

    /// <summary><c>a + b</c> and all other arithmetic of two.</summary>
    Binary,

    /// <summary><c>a.name</c>.</summary>
    Attribute,

    /// <summary><c>f(a, name=b)</c>; the function comes first.</summary>
    Call,

    /// <summary><c>name=b</c> in a call.</summary>
    Keyword,

    /// <summary><c>*a</c>.</summary>
    Star,

    /// <summary><c>**a</c>, in a call or in the place of key and value in a dict.</summary>
    DoubleStar,

    /// <summary><c>a[b]</c>.</summary>
    Subscript,

    /// <summary><c>a:b:c</c> in a subscript; what is left out is <see cref="Missing"/>.</summary>
    Slice,

    /// <summary>Nothing, where something could be.</summary>
    Missing,

    /// <summary><c>a &lt; b == c</c>; the operators are the words of the text.</summary>
    Compare,

    /// <summary><c>a and b</c>.</summary>
    And,

    /// <summary><c>a or b</c>.</summary>
    Or,

    /// <summary><c>not a</c>.</summary>
    Not,

    /// <summary><c>a if b else c</c>, in this order.</summary>
    Conditional,

    /// <summary><c>lambda a, b=c: d</c>: the parameters, then the value.</summary>
    Lambda,

    /// <summary>A parameter, with its stars before the name, and its default.</summary>
    Parameter,

    /// <summary><c>[a for b in c]</c> and its kin; the text is the bracket. The items, then each <see cref="For"/>.</summary>
    Comprehension,

    /// <summary><c>for a in b if c</c>: target, values, conditions.</summary>
    For,

    /// <summary>An f-string: texts and <see cref="Field"/>s.</summary>
    Format,

    /// <summary><c>{a:b}</c> in an f-string; the text is the format.</summary>
    Field,
}
