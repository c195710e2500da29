namespace NetDsl.Layers;

/// <summary>What a layer can see of the net around it while its shape is inferred.</summary>
internal interface ILayerSurroundings
{
    /// <summary>The axes of the net.</summary>
    AxisSpace Space { get; }

    /// <summary>The config's behavior version.</summary>
    int BehaviorVersion { get; }

    /// <summary>Where the net is: empty for the root net, <c>rec/</c> for the net in the layer <c>rec</c>.</summary>
    string NetPath { get; }

    /// <summary>Whether the layer is in the unit of a rec layer.</summary>
    bool IsInLoop { get; }

    /// <summary>The axis of the innermost loop around the layer, if there is one and it is known.</summary>
    Axis? LoopAxis { get; }

    /// <summary>The layer that an option names: <c>condition</c>, <c>reuse_params/map/W</c>; null if not known.</summary>
    /// <param name="option">Path of the option in the layer dict.</param>
    /// <param name="index">Which, if the option is a list.</param>
    TensorType? Layer(string option, int index);

    /// <summary>How many layers an option names.</summary>
    int CountOf(string option);

    /// <summary>The extern data key that losses compare with if a layer names none.</summary>
    string DefaultTarget { get; }

    /// <summary>The extern data key that is read if none is named.</summary>
    string DefaultInput { get; }

    /// <summary>What the option <c>target</c> stands for: a layer or an input.</summary>
    TensorType? Target(string key);

    /// <summary>An input as the layer's net sees it: of a loop, one frame; null if it is not there or not known.</summary>
    TensorType? Extern(string key);

    /// <summary>The output of a layer of a net inside, once it is inferred.</summary>
    /// <param name="option">The option that holds the net: <c>subnetwork</c>, <c>unit</c>, <c>true_layer</c>.</param>
    /// <param name="layer">A layer's name; null for the layer itself where the option holds one layer.</param>
    TensorType? Inner(string option, string? layer = "output");

    /// <summary>What a layer inside of another one gives in there, where an option names it: a frame, if that other one is a loop.</summary>
    TensorType? Inside(string option);

    /// <summary>Whether the steps of a layer in a loop are one after the other, or RETURNN may order the axes otherwise.</summary>
    /// <param name="option">The option that holds the net.</param>
    /// <param name="layer">The layer's name.</param>
    bool IsStacked(string option, string layer);
}
