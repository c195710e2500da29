namespace NetDsl.Emit;

/// <summary>The dims that a config uses, in the order of their first use, operands of a derived dim before it.</summary>
internal sealed class DimTable
{
    private readonly List<Dim> declared = [];
    private readonly HashSet<Dim> seen = [];
    private readonly HashSet<DimMark> marks = [];
    private int entry = -1;

    /// <summary>All dims that need a declaration; the batch dim is imported.</summary>
    public IReadOnlyList<Dim> Declared => declared;

    /// <summary>The index of the first top-level entry that uses a declared dim, or null if none does.</summary>
    public int? FirstEntry { get; private set; }

    /// <summary>Whether the batch dim is used.</summary>
    public bool HasBatch { get; private set; }

    /// <summary>Whether a dim is used that is not derived; a derived one always has such an operand.</summary>
    public bool HasPlainDims => declared.Count > 0;

    /// <summary>Whether a dim is used with a mark.</summary>
    public bool HasMark(DimMark mark) => marks.Contains(mark);

    /// <summary>From here on uses belong to the next top-level entry.</summary>
    public void BeginEntry() => entry++;

    /// <summary>Notes a use.</summary>
    public void Use(DimValue value)
    {
        marks.Add(value.Mark);
        if (value.Value.Kind == DimKind.Batch)
        {
            HasBatch = true;
            return;
        }

        FirstEntry ??= entry;
        if (!seen.Contains(value.Value))
        {
            Declare(value.Value);
        }
    }

    // Not recursive: chains of derived dims are as deep as the net.
    private void Declare(Dim dim)
    {
        var open = new Stack<Dim>([dim]);
        while (open.TryPeek(out var top))
        {
            if ((Missing(top.Expression?.Left) ?? Missing(top.Expression?.Right)) is { } operand)
            {
                open.Push(operand);
            }
            else
            {
                open.Pop();
                seen.Add(top);
                declared.Add(top);
            }
        }
    }

    private Dim? Missing(DimOperand? operand) => operand?.Dim is { } dim && !seen.Contains(dim) ? dim : null;
}
