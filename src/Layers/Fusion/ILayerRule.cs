namespace NetDsl.Layers;

/// <summary>
/// Lets one layer do what stands right before or behind it: an activation, a dropout, a softmax. Such rules work on the layers that
/// <see cref="IFusionRule"/> has made, one node after the other in the order of the recording.
/// </summary>
internal interface ILayerRule
{
    /// <summary>The rule's name on the command line: <c>--no-lower=activation</c>.</summary>
    string Name { get; }

    /// <summary>What a layer can take over at a node, why it must not, or null if there is nothing to take.</summary>
    /// <param name="node">A recorded node.</param>
    /// <param name="layer">The layer that the node is or became; null if it is none.</param>
    /// <param name="context">The graph around it.</param>
    Takeover? At(Node node, LayerNode? layer, ILayerContext context);
}
