namespace NetDsl.Emit;

/// <summary>What a scope of layer names belongs to (contract 3.4, 5, 8).</summary>
internal enum ScopeKind
{
    /// <summary>The net itself.</summary>
    Root,

    /// <summary>The layers of a <c>subnetwork</c> layer.</summary>
    Subnetwork,

    /// <summary>The layers of the <c>unit</c> of a <c>rec</c> layer: one step of a loop.</summary>
    RecUnit,

    /// <summary>The one layer that a <c>masked_computation</c> applies; it sees the names around it, and <c>data</c>.</summary>
    MaskedUnit,

    /// <summary>The one layer that a <c>cond</c> has as a branch or as its condition; it sees the names around it.</summary>
    Branch,
}
