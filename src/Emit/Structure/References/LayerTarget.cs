namespace NetDsl.Emit;

/// <summary>A layer.</summary>
internal sealed record LayerTarget(NetLayer Layer) : ReferenceTarget
{
    /// <inheritdoc/>
    public override NetLayer Source => Layer;
}
