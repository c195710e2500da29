namespace NetDsl.Emit;

/// <summary>Where the layer of a tensor stands: a scope, and its name there (<c>cond/result_2</c> for an exported sub-layer).</summary>
internal sealed record LayerReference(LayerScope Home, string Name)
{
    /// <summary>How a layer in the given scope writes it: one <c>base:</c> for each level up (contract 3.4).</summary>
    internal string From(LayerScope scope)
    {
        var text = Name;
        for (var level = scope.Level; level > Home.Level; level--)
        {
            text = "base:" + text;
        }

        return text;
    }
}
