using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The net around a layer, as its class asks for it.</summary>
internal sealed class LayerSurroundings(NetInference inference, NetLayer layer) : ILayerSurroundings
{
    public AxisSpace Space => inference.Space;

    public int BehaviorVersion => inference.BehaviorVersion;

    public string NetPath => layer.Scope.Path.Length == 0 ? "" : $"{layer.Scope.Path}/";

    public bool IsInLoop => layer.Scope.IsInLoop;

    public Axis? LoopAxis => null;

    public TensorType? Layer(string option, int index)
    {
        foreach (var reference in layer.References)
        {
            if (reference.Index == index && reference.Option == option)
            {
                return inference.TypeOf(reference, layer);
            }
        }

        return null;
    }

    public int CountOf(string option) => layer.References.Count(reference => reference.Option == option);

    public TensorType? Target(string key) => Layer("target", 0) ?? inference.Input(key);

    public TensorType? Inner(string option, string? name)
    {
        var scope = layer.InnerOf(option);
        var inner =
            name is null ? scope?.Layers[0]
            : scope?.TryGet(name, out var found) == true ? found
            : null;
        return inner is null ? null : inference.TypeOf(inner, output: null);
    }

    public IEnumerable<string> InnerLayers(string option) =>
        layer.InnerOf(option)?.Layers.Select(inner => inner.Name) ?? [];
}
