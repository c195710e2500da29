namespace NetDsl.Layers;

/// <summary>Makes the layer nodes that rules put in the place of blocks.</summary>
internal static class FusedLayer
{
    /// <summary>A new layer in the place of a match: same module, same line of the user's.</summary>
    internal static LayerNode Make(
        Tensor place,
        string layerClass,
        Tensor source,
        DictValue options,
        Shape dims,
        bool isVerifiable = true,
        bool namedAsModule = false
    )
    {
        var node = new LayerNode(layerClass, [source], options, new(dims, DataType.Float32), Layer.References(options))
        {
            HasVariables = false,
            ShapeIsVerifiable = isVerifiable,
            NamedAsModule = namedAsModule,
        };
        node.TakePlaceOf(place.Node);
        return node;
    }
}
