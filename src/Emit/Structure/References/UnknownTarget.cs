namespace NetDsl.Emit;

/// <summary>Nobody knows without running code.</summary>
internal sealed record UnknownTarget : ReferenceTarget
{
    internal static UnknownTarget Instance { get; } = new();
}
