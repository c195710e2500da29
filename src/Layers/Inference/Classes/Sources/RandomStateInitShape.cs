namespace NetDsl.Layers;

/// <summary><c>random_state_init</c>: the first state of a random generator; its size is that of the algorithm.</summary>
internal sealed class RandomStateInitShape : ILayerShape
{
    private const int PhiloxSize = 3;
    private const int ThreefrySize = 2;

    public TensorType? Infer(LayerCall call)
    {
        (string Name, int Size)? algorithm = call.Option("algorithm") switch
        {
            null or IntegerValue { Value: 1 } => ("PHILOX", PhiloxSize),
            IntegerValue { Value: 2 } => ("THREEFRY", ThreefrySize),
            StringValue text => text.Value.ToUpperInvariant() switch
            {
                "PHILOX" => ("PHILOX", PhiloxSize),
                "THREEFRY" => ("THREEFRY", ThreefrySize),
                _ => null,
            },
            _ => null,
        };
        if (algorithm is not var (name, size))
        {
            return call.Unknown();
        }

        // One axis for all layers of an algorithm: RETURNN keeps it.
        var state = call.Space.MadeFeature($"random_{name}_state", size);
        return call.Declare(state, call.Axis("out_dim"), "out_dim") ? new([state], "int64") : null;
    }
}
