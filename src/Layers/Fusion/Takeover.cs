namespace NetDsl.Layers;

/// <summary>What a layer takes over, or why it does not.</summary>
internal sealed record Takeover
{
    private Takeover(Node place) => Place = place;

    /// <summary>The node whose place the layer takes.</summary>
    internal Node Place { get; }

    /// <summary>The layer with all that it does now; null if it takes nothing over.</summary>
    internal LayerNode? Layer { get; private init; }

    /// <summary>Why it does not.</summary>
    internal Refusal? Refusal { get; private init; }

    /// <summary>Which variant it is, for reports.</summary>
    internal string? Variant { get; private init; }

    /// <summary>Whether the layer yields what the node did; otherwise the node is not needed any more.</summary>
    internal bool YieldsResult { get; init; } = true;

    /// <summary>The loss that the layer computes itself, and how.</summary>
    internal (LossRoot Root, LayerLoss How)? Loss { get; init; }

    /// <summary>A layer that stands in a node's place from now on.</summary>
    internal static Takeover By(LayerNode layer, Node place, string? variant = null) =>
        new(place) { Layer = layer, Variant = variant };

    /// <summary>A layer that could have taken over what a node does.</summary>
    internal static Takeover Refused(Node place, Refusal refusal) => new(place) { Refusal = refusal };
}
