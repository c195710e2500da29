namespace NetDsl.Emit;

internal enum PythonTokenKind
{
    /// <summary>The end of the text, or of what can be read of it.</summary>
    End,

    /// <summary>The end of a logical line: outside of brackets, with something on it.</summary>
    NewLine,

    /// <summary>An identifier that is no keyword.</summary>
    Name,

    /// <summary>A keyword.</summary>
    Keyword,

    /// <summary>A number of any kind.</summary>
    Number,

    /// <summary>One string literal with its prefix.</summary>
    String,

    /// <summary>Anything else that Python knows: operators, brackets, commas.</summary>
    Symbol,

    /// <summary>Something that no Python text can hold; <see cref="PythonLexer.Problem"/> says what.</summary>
    Error,
}
