namespace NetDsl.Emit;

/// <summary>A reference that stands for nothing.</summary>
/// <param name="Layer">The layer that says it.</param>
/// <param name="Reference">What it says.</param>
internal sealed record BrokenReference(NetLayer Layer, NetReference Reference)
{
    internal UnresolvedTarget Target => (UnresolvedTarget)Reference.Target;
}
