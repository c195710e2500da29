namespace NetDsl.Emit;

/// <summary>Where the layers of a net are in its config.</summary>
internal static class LayerPlaces
{
    /// <summary>The place of a layer at any depth.</summary>
    internal static CheckPlace PlaceOf(this CheckTarget target, NetLayer layer) =>
        new($"the layer {SchemaDiagnostics.Quote(layer.Path)}", layer.Path, layer.ToPath(), target.Places);

    /// <summary>The keys that lead to a layer.</summary>
    internal static ConfigPath ToPath(this NetLayer layer)
    {
        var scope = layer.Scope;
        var outer = scope.Owner is { } owner
            ? new ConfigPath(owner.ToPath(), scope.Option)
            : new(null, NetShape.Network);
        return scope.HoldsOneLayer ? outer : new(outer, layer.Name);
    }
}
