namespace NetDsl.Layers;

/// <summary><c>variable_read</c>: the variable, read at a known time.</summary>
internal sealed class VariableReadShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) => call.Layer("var")?.Copy() ?? call.Unknown();
}
