namespace NetDsl.Layers;

/// <summary><c>cast</c>: the entries as another type; real numbers are no class indices.</summary>
internal sealed class CastShape : ILayerShape
{
    private static readonly CopyShape copy = new();

    public TensorType? Infer(LayerCall call)
    {
        var (input, template) = (copy.Infer(call), CopyShape.Template(call));
        if (input is null || template is null || call.IsCode("dtype"))
        {
            return call.IsCode("dtype") ? call.Unknown() : null;
        }

        var dataType = call.Text("dtype") ?? input.DataType;
        if (string.Equals(dataType, input.DataType, StringComparison.Ordinal))
        {
            return input;
        }

        var isReal =
            dataType.StartsWith("float", StringComparison.Ordinal)
            || dataType.StartsWith("complex", StringComparison.Ordinal);

        // What the layer declares is held against what comes out, not against what goes in.
        call.Template = template.OfType(dataType, isReal ? null : template.Sparse);
        return call.Template;
    }
}
