namespace NetDsl.Emit;

/// <summary>What a name stands for when all statements were run.</summary>
/// <param name="Value">Its value.</param>
/// <param name="ChangedAt">Where the last statement is that changed it.</param>
/// <param name="IsUnknown">Whether code that was not run may have changed it since.</param>
internal sealed record PythonResult(Evaluated Value, int ChangedAt, bool IsUnknown);
