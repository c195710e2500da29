namespace NetDsl.Layers;

/// <summary><c>cond</c>: one of two layers, as a condition says; both have to give the same axes (contract 5).</summary>
internal sealed class CondShape : INestingShape
{
    public TensorType? Infer(LayerCall call)
    {
        CheckCondition(call);
        foreach (var option in (ReadOnlySpan<string>)["true_layer", "false_layer"])
        {
            if (call.Option(option) is StringValue)
            {
                return call.Fail(
                    ShapeFaults.Options(
                        $"\"{option}\" is the name of a layer, where RETURNN needs a layer dict.",
                        "Write a dict, such as a copy of that layer.",
                        option
                    )
                );
            }
        }

        var (then, otherwise) = (call.Inner("true_layer", null), call.Inner("false_layer", null));
        if (then is not null && otherwise is not null)
        {
            CheckBranches(call, then, otherwise);
        }

        return call.Fault is not null ? null : then ?? call.Unknown();
    }

    // The branches are layers of the net around, and see what it sees.
    public TensorType? InnerData(LayerCall call, string key) =>
        call.Extern(key.StartsWith("data:", StringComparison.Ordinal) ? key["data:".Length..] : key);

    private static void CheckCondition(LayerCall call)
    {
        var condition = call.Option("condition") is DictValue ? call.Inner("condition", null) : call.Layer("condition");
        if (condition is { } type && (type.Rank > 0 || type.DataType != "bool"))
        {
            call.Fail(
                ShapeFaults.Options(
                    $"The condition is {type} of {type.DataType}, where RETURNN needs a single bool.",
                    "Reduce it to a scalar.",
                    "condition"
                )
            );
        }
    }

    private static void CheckBranches(LayerCall call, TensorType then, TensorType otherwise)
    {
        if (then.DataType != otherwise.DataType || (then.Sparse is null) != (otherwise.Sparse is null))
        {
            call.Fail(
                ShapeFaults.DataType($"The branches give {then.DataType} and {otherwise.DataType}", "the same type")
            );
            return;
        }

        CommonType.IsCompatible(call, otherwise, then);
    }
}
