namespace NetDsl.Emit;

/// <summary>What a top-level name stands for.</summary>
/// <param name="Value">Its value, or null if only Python knows it.</param>
/// <param name="At">Where it was bound.</param>
internal sealed record PythonBinding(Evaluated? Value, int At)
{
    /// <summary>Which of RETURNN's names it is, if it was imported from there.</summary>
    public string? Imported { get; init; }
}
