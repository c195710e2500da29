namespace NetDsl.Emit;

/// <summary>The containers of Python.</summary>
internal enum PythonContainerKind
{
    /// <summary>A list.</summary>
    List,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>A set.</summary>
    Set,

    /// <summary>A dict.</summary>
    Dict,
}
