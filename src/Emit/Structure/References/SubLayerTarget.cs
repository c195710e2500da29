namespace NetDsl.Emit;

/// <summary>A further output of a layer: <c>l1/0</c> of a split, <c>rec/x</c> of a loop, <c>c/second</c> of a cond.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="SubLayer">The rest of the path.</param>
/// <param name="Inner">The layer inside that yields it, if it is one: that of the loop, or of a cond's true branch.</param>
internal sealed record SubLayerTarget(NetLayer Layer, string SubLayer, NetLayer? Inner) : ReferenceTarget
{
    /// <inheritdoc/>
    public override NetLayer Source => Layer;
}
