namespace NetDsl;

/// <summary>Which of Python's sequence literals a value is; RETURNN tells them apart (contract 2.1, 3.6).</summary>
public enum SequenceKind
{
    /// <summary><c>[a, b]</c>.</summary>
    List,

    /// <summary><c>(a, b)</c>.</summary>
    Tuple,

    /// <summary><c>{a, b}</c>.</summary>
    Set,
}
