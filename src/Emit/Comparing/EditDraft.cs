namespace NetDsl.Emit;

/// <summary>An edit before its effects are known.</summary>
internal sealed class EditDraft(NetEdit edit, NetLayer? old, NetLayer? @new)
{
    /// <summary>What is known of it.</summary>
    internal NetEdit Edit { get; } = edit;

    /// <summary>The layer before; null if there was none, or if it is about no layer.</summary>
    internal NetLayer? Old { get; } = old;

    /// <summary>The layer now.</summary>
    internal NetLayer? New { get; } = @new;

    /// <summary>Variables that differ because of it.</summary>
    internal List<VariableChange> Variables { get; } = [];

    /// <summary>Outputs that differ because of it.</summary>
    internal List<OptionChange> Dims { get; } = [];
}
