namespace NetDsl.Emit;

/// <summary><c>range(start, stop, step)</c>.</summary>
internal sealed record PythonRange(long Start, long Stop, long Step)
{
    public long Length =>
        Step > 0 ? Math.Max(0, (Stop - Start + Step - 1) / Step) : Math.Max(0, (Start - Stop - Step - 1) / -Step);
}
