namespace NetDsl.Emit;

/// <summary>What a reference stands for.</summary>
internal abstract record ReferenceTarget
{
    /// <summary>The layer whose output it is, or one of whose outputs; null if it is none's.</summary>
    public virtual NetLayer? Source => null;

    /// <summary>What RETURNN builds for it: a layer, or the input of a scope; null if nothing.</summary>
    public virtual object? Built => Source;
}
