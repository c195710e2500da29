using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>The net around a layer, as its class asks for it.</summary>
internal sealed class LayerSurroundings(NetInference inference, NetLayer layer) : ILayerSurroundings
{
    public AxisSpace Space => inference.Space;

    public int BehaviorVersion => inference.Source.BehaviorVersion;

    public string NetPath
    {
        get
        {
            var scope = layer.Scope;
            while (scope.HoldsOneLayer)
            {
                scope = scope.Parent!;
            }

            return scope.Path.Length == 0 ? "" : $"{scope.Path}/";
        }
    }

    public string DefaultTarget => inference.Source.DefaultTarget ?? "";

    public string DefaultInput => inference.Source.DefaultInput ?? "";

    public bool IsInLoop => layer.Scope.IsInLoop;

    public Axis? LoopAxis => inference.LoopAxis(layer.Scope);

    public TensorType? Layer(string option, int index)
    {
        foreach (var reference in layer.References)
        {
            if (reference.Index == index && reference.Option == option)
            {
                return inference.TypeOf(reference);
            }
        }

        return null;
    }

    public int CountOf(string option) => layer.References.Count(reference => reference.Option == option);

    public TensorType? Target(string key)
    {
        foreach (var reference in layer.References)
        {
            if (reference.Option == "target" && reference.Text == key)
            {
                return inference.TypeOf(reference);
            }
        }

        return Extern(key);
    }

    public TensorType? Extern(string key) => inference.Input(layer.Scope, key);

    public TensorType? Inner(string option, string? name)
    {
        var scope = layer.InnerOf(option);
        var inner =
            name is null ? scope?.Layers[0]
            : scope?.TryGet(name, out var found) == true ? found
            : null;
        return inner is null ? null : inference.TypeOf(inner, output: null);
    }

    public bool IsStacked(string option, string name) =>
        layer.InnerOf(option) is { } loop && loop.TryGet(name, out var inner) && inference.IsStacked(loop, inner);

    public TensorType? Inside(string option)
    {
        foreach (var reference in layer.References)
        {
            if (reference is { Target: SubLayerTarget { Inner: { } inner } } && reference.Option == option)
            {
                return inference.TypeOf(inner, output: null);
            }
        }

        return null;
    }
}
