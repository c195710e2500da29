namespace NetDsl;

/// <summary>What <see cref="Ops.Pool"/> makes of the entries of a window.</summary>
public enum PoolKind
{
    /// <summary>The largest.</summary>
    Max,

    /// <summary>The mean.</summary>
    Average,
}
