namespace NetDsl.Layers;

/// <summary><c>variable_assign</c>: a dummy that depends on the update; the value has to be of the variable's type (contract 4.2).</summary>
internal sealed class VariableAssignShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Layer("var") is { } variable && call.Layer("value") is { } value)
        {
            CommonType.IsCompatible(call, value, variable);
        }

        return call.Fault is null ? new([], "int32") { Version = 2 } : null;
    }
}
