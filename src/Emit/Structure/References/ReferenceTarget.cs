namespace NetDsl.Emit;

/// <summary>What a reference stands for.</summary>
internal abstract record ReferenceTarget
{
    /// <summary>The layer whose output it is, or one of whose outputs; null if it is none's.</summary>
    public virtual NetLayer? Source => null;
}
