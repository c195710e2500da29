namespace NetDsl.Emit;

/// <summary>What a statement that is kept as text may do to the names of the config.</summary>
internal enum PythonStatementKind
{
    /// <summary>It binds names of modules and what is in them.</summary>
    Import,

    /// <summary>It binds one name, and its code runs later: a function or a class.</summary>
    Definition,

    /// <summary>It may change values but bind no names.</summary>
    Expression,

    /// <summary>It may do anything.</summary>
    Code,
}
