namespace NetDsl.Emit;

/// <summary>When RETURNN needs what a reference names.</summary>
internal enum ReferenceNeed
{
    /// <summary>Before the layer itself can be built.</summary>
    Before,

    /// <summary>Only if a layer inside reads the input: the sources of a <c>subnetwork</c> (contract 3.4), those that <c>masked_from</c> stands for never.</summary>
    WhenRead,

    /// <summary>For its parameters: RETURNN builds it first if it can, and puts up with a cycle (contract 3.8).</summary>
    Parameters,

    /// <summary>As a layer that RETURNN makes a second time, in an extra net: it may read itself (contract 3.1).</summary>
    Anew,
}
