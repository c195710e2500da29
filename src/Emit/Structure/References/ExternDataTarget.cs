namespace NetDsl.Emit;

/// <summary>An input of the net.</summary>
/// <param name="Key">Its key in <c>extern_data</c>.</param>
/// <param name="Loop">The loop that sees one frame of it, or null.</param>
/// <param name="RegisteredBy">The layer whose output it is (<c>register_as_extern_data</c>), or null.</param>
internal sealed record ExternDataTarget(string Key, NetScope? Loop, NetLayer? RegisteredBy) : ReferenceTarget
{
    /// <inheritdoc/>
    public override object? Built => RegisteredBy;
}
