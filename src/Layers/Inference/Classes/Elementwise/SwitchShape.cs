namespace NetDsl.Layers;

/// <summary><c>switch</c>: one of two layers or numbers, entry by entry as the condition says.</summary>
internal sealed class SwitchShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.Sources.IsEmpty)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "none: they are in true_from and false_from"));
        }

        if (call.Layer("condition") is not { } condition || call.IsCode("condition"))
        {
            return call.Unknown();
        }

        if (Branches(call) is not var (yes, no))
        {
            return null;
        }

        if (condition.DataType != "bool")
        {
            return call.Fail(ShapeFaults.DataType($"The condition holds {condition.DataType}", "bool"));
        }

        if (CommonType.Of(call, [yes, no, condition], ignoreFeature: false, mayBroadcastAll: false) is not { } common)
        {
            return null;
        }

        var output = common.OfType(yes.DataType, yes.Sparse);
        return
            CommonType.IsCompatible(call, condition, output, mindsDataType: false, mindsSparse: false)
            && CommonType.IsCompatible(call, yes, output)
            && CommonType.IsCompatible(call, no, output)
            ? output
            : null;
    }

    private static (TensorType Yes, TensorType No)? Branches(LayerCall call)
    {
        var (yes, no) = (Branch(call, "true_from"), Branch(call, "false_from"));
        var dataType = yes?.DataType ?? no?.DataType;
        if (Constant(call, "true_from", dataType) is { } first)
        {
            yes ??= first;
        }

        if (Constant(call, "false_from", dataType) is { } second)
        {
            no ??= second;
        }

        yes ??= call.Instead(no);
        no ??= call.Instead(yes);
        return yes is not null && no is not null ? (yes, no) : null;
    }

    private static TensorType? Branch(LayerCall call, string option) =>
        call.Option(option) is StringValue ? call.Layer(option) : null;

    // A number has the type of the other branch.
    private static TensorType? Constant(LayerCall call, string option, string? dataType) =>
        call.Option(option) switch
        {
            BoolValue => new([], dataType ?? "bool"),
            IntegerValue => new([], dataType ?? "int32"),
            RealValue => new([], dataType ?? "float32"),
            _ => null,
        };
}
