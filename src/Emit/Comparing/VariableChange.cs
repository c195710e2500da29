using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A variable of the checkpoint that differs.</summary>
/// <param name="OldName">Null if it is new.</param>
/// <param name="NewName">Null if it is gone.</param>
/// <param name="OldShape">Its sizes before; empty if it is new.</param>
/// <param name="NewShape">Its sizes now; empty if it is gone.</param>
public sealed record VariableChange(
    string? OldName,
    string? NewName,
    ImmutableArray<int> OldShape,
    ImmutableArray<int> NewShape
)
{
    /// <summary>Whether the name alone differs: the old values fit under the new name.</summary>
    public bool IsRename =>
        OldName is not null
        && NewName is not null
        && OldName != NewName
        && OldShape.AsSpan().SequenceEqual(NewShape.AsSpan());

    /// <summary>Whether a checkpoint of the old net cannot give the variable as it is: it is new, renamed or of another shape.</summary>
    public bool IsBreaking =>
        NewName is not null && (OldName != NewName || !OldShape.AsSpan().SequenceEqual(NewShape.AsSpan()));
}
